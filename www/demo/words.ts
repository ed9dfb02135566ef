// The demo shop's words in five languages; the pages hold the English ones.
export const LANGUAGES = { en: "English", pl: "Polski", "pt-BR": "Português", tr: "Türkçe", it: "Italiano" } as const;
export type Language = keyof typeof LANGUAGES;

type Row = [en: string, pl: string, ptBr: string, tr: string, it: string];
const ORDER: Language[] = ["en", "pl", "pt-BR", "tr", "it"];

const ROWS: Record<string, Row> = {
  language: ["Language", "Język", "Idioma", "Dil", "Lingua"],
  basket: ["Basket", "Koszyk", "Carrinho", "Sepet", "Carrello"],
  title: ["Things that sound, see and click", "Rzeczy, które grają, widzą i klikają", "Coisas que tocam, veem e clicam", "Çalan, gören ve tıklayan şeyler", "Cose che suonano, vedono e cliccano"],
  lead: [
    "A demo shop. Nothing is sold, nothing is sent; orders go to Ordergate as those of any shop.",
    "Sklep pokazowy. Niczego nie sprzedaje ani nie wysyła; zamówienia trafiają do Ordergate jak z każdego sklepu.",
    "Uma loja de demonstração. Nada é vendido nem enviado; os pedidos vão para o Ordergate como os de qualquer loja.",
    "Bir demo mağaza. Hiçbir şey satılmaz, gönderilmez; siparişler her mağazanınki gibi Ordergate'e gider.",
    "Un negozio dimostrativo. Niente viene venduto o spedito; gli ordini vanno a Ordergate come quelli di ogni negozio.",
  ],
  footer: ["Demo shop of Ordergate", "Sklep pokazowy Ordergate", "Loja de demonstração do Ordergate", "Ordergate demo mağazası", "Negozio dimostrativo di Ordergate"],
  add: ["Add to basket", "Do koszyka", "Adicionar", "Sepete ekle", "Aggiungi"],
  added: ["Added", "Dodano", "Adicionado", "Eklendi", "Aggiunto"],
  back: ["Go on shopping", "Kontynuuj zakupy", "Continuar comprando", "Alışverişe devam", "Continua gli acquisti"],
  checkout: ["Checkout", "Zamówienie", "Finalizar compra", "Ödeme", "Cassa"],
  "try-as": ["Fill in as", "Wypełnij jako", "Preencher como", "Şunun gibi doldur", "Compila come"],
  ordinary: ["An ordinary buyer", "Zwykły klient", "Um comprador comum", "Sıradan bir alıcı", "Un cliente qualunque"],
  listed: ["A listed buyer", "Klient z listy", "Um comprador da lista", "Listedeki bir alıcı", "Un cliente in lista"],
  contact: ["Contact", "Kontakt", "Contato", "İletişim", "Contatti"],
  email: ["E-mail", "E-mail", "E-mail", "E-posta", "E-mail"],
  phone: ["Phone", "Telefon", "Telefone", "Telefon", "Telefono"],
  address: ["Address", "Adres", "Endereço", "Adres", "Indirizzo"],
  "first-name": ["First name", "Imię", "Nome", "Ad", "Nome"],
  "last-name": ["Last name", "Nazwisko", "Sobrenome", "Soyad", "Cognome"],
  street: ["Street and number", "Ulica i numer", "Rua e número", "Sokak ve numara", "Via e numero"],
  postcode: ["Postcode", "Kod pocztowy", "CEP", "Posta kodu", "CAP"],
  city: ["City", "Miasto", "Cidade", "Şehir", "Città"],
  country: ["Country", "Kraj", "País", "Ülke", "Paese"],
  payment: ["Payment", "Płatność", "Pagamento", "Ödeme yöntemi", "Pagamento"],
  card: ["Card", "Karta", "Cartão", "Kart", "Carta"],
  cod: ["Cash on delivery", "Za pobraniem", "Pagamento na entrega", "Kapıda ödeme", "Contrassegno"],
  order: ["Place the order", "Zamawiam", "Fazer pedido", "Siparişi ver", "Invia l'ordine"],
  "your-order": ["Your order", "Twoje zamówienie", "Seu pedido", "Siparişiniz", "Il tuo ordine"],
  total: ["Total", "Razem", "Total", "Toplam", "Totale"],
  empty: ["The basket is empty", "Koszyk jest pusty", "O carrinho está vazio", "Sepet boş", "Il carrello è vuoto"],
  thanks: ["Thank you for your order", "Dziękujemy za zamówienie", "Obrigado pelo seu pedido", "Siparişiniz için teşekkürler", "Grazie per il tuo ordine"],
  "thanks-text": [
    "We have it, and we will write when the parcel leaves.",
    "Mamy je i napiszemy, gdy paczka wyjdzie.",
    "Já o recebemos e avisaremos quando o pacote sair.",
    "Aldık; paket yola çıkınca yazacağız.",
    "L'abbiamo ricevuto e scriveremo quando il pacco parte.",
  ],
  seller: [
    "You are the seller too? The order stands on the admin page as it was judged; the buyer sees none of that.",
    "Jesteś też sprzedawcą? Zamówienie widać w panelu tak, jak zostało ocenione; kupujący nic z tego nie widzi.",
    "Você também é o vendedor? O pedido está na página de administração como foi avaliado; o comprador não vê nada disso.",
    "Satıcı da siz misiniz? Sipariş, değerlendirildiği haliyle yönetim sayfasında; alıcı bunların hiçbirini görmez.",
    "Sei anche il venditore? L'ordine è nella pagina di amministrazione come è stato valutato; l'acquirente non ne vede nulla.",
  ],
  "did-you-mean": ["Did you mean { it }?", "Czy chodziło o { it }?", "Você quis dizer { it }?", "Bunu mu demek istediniz: { it }?", "Intendevi { it }?"],
  "odd-postcode": [
    "This does not look like a postcode of the country.", "To nie wygląda na kod pocztowy tego kraju.", "Isto não parece um CEP deste país.",
    "Bu, ülkenin posta koduna benzemiyor.", "Non sembra un CAP di questo paese.",
  ],
  "lasting-email": [
    "We will write to this address for weeks: please use one that lasts.", "Będziemy pisać na ten adres tygodniami: podaj taki, który zostanie.", "Escreveremos para este endereço por semanas: use um que dure.",
    "Bu adrese haftalarca yazacağız: lütfen kalıcı bir adres kullanın.", "Scriveremo a questo indirizzo per settimane: usane uno che duri.",
  ],
  "HP-210": ["Over-ear headphones", "Słuchawki nauszne", "Fones de ouvido", "Kulaküstü kulaklık", "Cuffie over-ear"],
  "TT-33": ["Turntable", "Gramofon", "Toca-discos", "Pikap", "Giradischi"],
  "SP-5": ["Wireless speaker", "Głośnik bezprzewodowy", "Caixa de som sem fio", "Kablosuz hoparlör", "Altoparlante wireless"],
  "GPU-1": ["Graphics card", "Karta graficzna", "Placa de vídeo", "Ekran kartı", "Scheda grafica"],
  "CAM-35": ["Film camera", "Aparat analogowy", "Câmera analógica", "Filmli kamera", "Fotocamera a pellicola"],
  "KB-60": ["Keyboard", "Klawiatura", "Teclado", "Klavye", "Tastiera"],
};

export function word(name: string, language: Language, it = ""): string {
  return (ROWS[name]?.[ORDER.indexOf(language)] ?? name).replace("{ it }", it);
}
