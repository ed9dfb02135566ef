//! The words of the page on which a contact answers a case.

use crate::language::Language;

/// The words, plain text without anything to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerWords {
    /// Heading of an open question.
    pub title: &'static str,
    /// The question.
    pub question: &'static str,
    /// Button: the delivery was stopped.
    pub blocked: &'static str,
    /// Button: it was not.
    pub not_blocked: &'static str,
    /// Heading once somebody has answered.
    pub answered: &'static str,
    /// What was answered.
    pub was_blocked: &'static str,
    /// What was answered.
    pub was_not_blocked: &'static str,
    /// What was answered.
    pub was_too_late: &'static str,
    /// Heading once the stop window is over.
    pub over: &'static str,
    /// What that means.
    pub over_text: &'static str,
}

/// The words in one language.
pub fn answer_words(language: Language) -> AnswerWords {
    match language {
        Language::English => AnswerWords {
            title: "Was the delivery stopped?",
            question: "This order was approved and has turned out to be suspicious. Has its delivery been stopped?",
            blocked: "Blocked: it was stopped",
            not_blocked: "Not blocked: it went out",
            answered: "Answered",
            was_blocked: "The delivery was stopped.",
            was_not_blocked: "The delivery was not stopped.",
            was_too_late: "It was too late to stop the delivery.",
            over: "The time to stop it is over",
            over_text: "This link no longer takes an answer. Whoever works in the admin page can still close the case.",
        },
        Language::Portuguese => AnswerWords {
            title: "A entrega foi interrompida?",
            question: "Este pedido tinha sido aprovado e agora é considerado suspeito. A entrega dele foi interrompida?",
            blocked: "Bloqueado: foi interrompida",
            not_blocked: "Não bloqueado: já saiu",
            answered: "Respondido",
            was_blocked: "A entrega foi interrompida.",
            was_not_blocked: "A entrega não foi interrompida.",
            was_too_late: "Era tarde demais para interromper a entrega.",
            over: "O prazo para interromper acabou",
            over_text: "Este link não recebe mais respostas. Quem usa a página de administração ainda pode encerrar o caso.",
        },
        Language::Polish => AnswerWords {
            title: "Czy wysyłka została zatrzymana?",
            question: "To zamówienie było zatwierdzone, a teraz okazało się podejrzane. Czy jego wysyłka została zatrzymana?",
            blocked: "Zablokowane: zatrzymano wysyłkę",
            not_blocked: "Niezablokowane: paczka wyszła",
            answered: "Odpowiedź zapisana",
            was_blocked: "Wysyłka została zatrzymana.",
            was_not_blocked: "Wysyłka nie została zatrzymana.",
            was_too_late: "Było za późno, aby zatrzymać wysyłkę.",
            over: "Czas na zatrzymanie minął",
            over_text: "Ten link nie przyjmuje już odpowiedzi. Sprawę można jeszcze zamknąć w panelu administracyjnym.",
        },
        Language::Turkish => AnswerWords {
            title: "Gönderi durduruldu mu?",
            question: "Bu sipariş onaylanmıştı, şimdi şüpheli olduğu anlaşıldı. Gönderisi durduruldu mu?",
            blocked: "Engellendi: gönderi durduruldu",
            not_blocked: "Engellenmedi: gönderi yola çıktı",
            answered: "Yanıtlandı",
            was_blocked: "Gönderi durduruldu.",
            was_not_blocked: "Gönderi durdurulmadı.",
            was_too_late: "Gönderiyi durdurmak için çok geçti.",
            over: "Durdurma süresi doldu",
            over_text: "Bu bağlantı artık yanıt kabul etmiyor. Vaka yönetim sayfasından hâlâ kapatılabilir.",
        },
        Language::Italian => AnswerWords {
            title: "La consegna è stata fermata?",
            question: "Questo ordine era stato approvato e ora risulta sospetto. La sua consegna è stata fermata?",
            blocked: "Bloccato: consegna fermata",
            not_blocked: "Non bloccato: il pacco è partito",
            answered: "Risposta registrata",
            was_blocked: "La consegna è stata fermata.",
            was_not_blocked: "La consegna non è stata fermata.",
            was_too_late: "Era troppo tardi per fermare la consegna.",
            over: "Il tempo per fermarla è scaduto",
            over_text: "Questo link non accetta più risposte. Chi usa la pagina di amministrazione può ancora chiudere il caso.",
        },
    }
}
