### Every word of the admin page, in Italian. The words for things are those of the product's vocabulary.

## Frame
product = Ordergate
nav = Principale
language = Lingua
menu = Menu
nav-group-work = Lavoro
nav-group-lists = Liste e regole
nav-today = Oggi
nav-cases = Casi
nav-holds = Blocchi
nav-orders = Ordini
nav-customers = Clienti
nav-blacklist = Lista nera
nav-rules = Regole
nav-group-setup = Configurazione
nav-contacts = Contatti
nav-settings = Impostazioni
nav-outbox = Posta in uscita
nav-install = Installazione
skip = Vai al contenuto
sign-out = Esci
loading = Caricamento…
refresh = Aggiorna
retry = Riprova
close = Chiudi
cancel = Annulla
dismiss = Ignora
undo = Annulla
save = Salva
edit = Modifica
copy = Copia
copied = Copiato
copy-failed = Il browser non lo ha permesso: seleziona il testo e copialo.
secret-once = Viene mostrato solo questa volta. Conservalo dove solo il tuo server può leggerlo.
secret-kept = L'ho conservato
never = Mai
on = attivo
off = spento
required = (obbligatorio)
load-more = Carica altri
colon = :
time-now = ora
theme-button = Tema: { $theme }. Passa a { $next }
theme-system = sistema
theme-light = chiaro
theme-dark = scuro

window-title = { $view } · Ordergate
window-today = Oggi
window-cases = Casi
window-case = Caso
window-holds = Blocchi
window-orders = Ordini
window-order = Ordine
window-customers = Clienti
window-customer = Cliente
window-blacklist = Lista nera
window-rules = Regole
window-contacts = Contatti
window-settings = Impostazioni
window-outbox = Posta in uscita
window-install = Installazione
window-signed-out = Non connesso
window-unknown = Non trovato
missing-title = Questa parte della pagina non si è caricata
missing-text = La connessione è caduta, oppure Ordergate è stato aggiornato dopo l’apertura di questa pagina. Nulla è stato modificato.
missing-reload = Ricarica la pagina
unknown-title = A questo indirizzo non c'è nulla
unknown-text = L'indirizzo potrebbe essere scritto male o appartenere a una versione più recente di questa pagina.

keys-button = Tasti
keys-title = Tasti
keys-go = Vai a
keys-switch = I tasti singoli sono attivi

## Signed out
signed-out-title = Non sei connesso
signed-out-after = Sei stato disconnesso
signed-out-or = Oppure chiedi un link di accesso:
access-sign-in = Accedi con Cloudflare Access
passkey-sign-in = Accedi con una passkey
passkey-cancelled = Non è stata usata alcuna passkey. Riprova o usa un link.
passkey-there = Questo dispositivo ha già una tua passkey.
passkey-note = Ora ti serve un link per accedere. Con una passkey non più.
passkey-note-later = Non ora
passkeys-title = Le tue passkey
passkeys-text = Con una passkey accedi tramite impronta digitale, volto o blocco schermo del dispositivo, in ogni negozio di cui fai parte. Qui non si conserva nulla che possa essere rubato.
passkeys-none = Non hai ancora una passkey.
passkeys-name = Le passkey richiedono un nome nella barra degli indirizzi, non un numero:
passkey-add = Aggiungi una passkey
passkey-add-text = Ora il browser ti chiede conferma e il dispositivo crea la passkey.
passkey-go-on = Continua
passkey-name = Come la chiami
passkey-name-first = Passkey { $number }
passkey-name-missing = Dalle un nome, per riconoscerla tra le altre.
passkey-added = aggiunta
passkey-used = usata
passkey-remove = Rimuovi { $name }
passkey-remove-action = Rimuovi la passkey
passkey-remove-text = Non permette più di accedere. Eliminala anche dal dispositivo.
passkey-is-added = Passkey aggiunta. Potrai usarla dal prossimo accesso.
passkey-is-removed = Passkey rimossa.
sessions-title = Dove sei connesso
sessions-title-all = Chi è connesso
sessions-text = Una sessione termina da sola dopo 30 minuti senza uso e comunque dopo 12 ore.
session-this = questa
session-begun = iniziata
session-seen = ultimo uso
session-end = Termina
session-ended = La sessione è terminata.
settings-tab-sign-in = Accesso
signed-out-ask = Chiedi un link di accesso:
signed-out-prints = ne stampa uno
signed-out-once = Un link funziona una volta sola. Aprilo in questo browser e sarai di nuovo qui, connesso.
signed-out-again = Ho effettuato l'accesso

## Problems
problem-network = Ordergate non è raggiungibile
problem-network-detail = Controlla la connessione e riprova. Non è stato modificato nulla.
problem-timeout = Ordergate non ha risposto in tempo
problem-ours = Qualcosa non ha funzionato dalla nostra parte
problem-refused = La richiesta è stata rifiutata
problem-status = Stato { $status }
hidden-character = Carattere nascosto { $code }

## States, decisions, effects
state-approved = Approvato
state-held = Bloccato
state-not_checked = Non controllato
state-cancelled = Annullato
state-shipped = Spedito
state-released = Sbloccato
state-declined = Rifiutato
state-fraud = Frode
flag-held = Bloccato
flag-marked = Segnalato
flag-not_checked = Non controllato
verdict-approve = Approva
verdict-review = Da rivedere
verdict-decline = Rifiuta
effect-points = Punti
effect-mark = Segnala
effect-hold = Blocca
effect-hold_always = Blocca sempre
effect-allow = Consenti
effect-points-help = Aggiunge punti al punteggio. L'ordine viene bloccato quando il punteggio supera il minimo del negozio.
effect-mark-help = Mostra l'ordine come sospetto. Non viene fermato nulla.
effect-hold-help = Blocca l'ordine, qualunque siano i punti, a meno che non corrisponda anche una voce che consente.
effect-hold_always-help = Blocca l'ordine anche quando corrisponde una voce che consente.
effect-allow-help = Lascia passare l'ordine senza blocco né segnalazione; i punti restano elencati. Richiede un id cliente, un'impronta del pagamento o almeno due campi.
platform-woocommerce = WooCommerce
platform-shopify = Shopify
platform-api = API

## Points
points-none = Nessun punto
points-of-minimum = { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  }, minimo { $minimum }
points-no-minimum = { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  }, nessun minimo impostato
points-other-effect = Solo l'effetto “Punti” aggiunge punti
no-minimum = Nessun minimo impostato: nulla viene bloccato per i punti.

## Orders
orders-title = Ordini
orders-filters = Mostra
orders-previous = Ordine precedente
orders-next = Ordine successivo
orders-open = Apri
orders-caption = Ordini: { $filter }
orders-shown = { $n ->
    [one] { $count } ordine mostrato
   *[other] { $count } ordini mostrati
  }
orders-find = Cerca per numero d'ordine
orders-narrow = Filtri
orders-more = { $n ->
    [0] Filtri
   *[other] Filtri: { $n }
  }
orders-clear = Togli i filtri
orders-any = Qualsiasi
orders-number = Ordini con il numero { $number }, in qualsiasi stato.
narrow-state = Stato
narrow-decision = Decisione
narrow-points = Punti almeno
narrow-from = Effettuato dal
narrow-to = Effettuato fino al
filter-all = Tutti
filter-held = Bloccati
filter-marked = Segnalati
filter-not_checked = Non controllati
filter-approved = Approvati
filter-released = Sbloccati
column-number = Ordine
column-buyer = Acquirente
column-city = Città
column-placed = Effettuato
column-total = Totale
column-points = Punti
column-state = Stato
column-platform = Piattaforma
empty-show-all = Mostra tutti
empty-all-title = Ancora nessun ordine
empty-all-text = Gli ordini compaiono qui non appena il tuo negozio li invia: tramite il suo webhook o con POST /v1/orders.
empty-held-title = Nessun ordine è bloccato
empty-held-text = Un ordine viene bloccato quando i suoi punti superano il minimo o quando corrisponde una voce con l'effetto “Blocca”. Poi attende qui.
empty-marked-title = Nessun ordine è segnalato
empty-marked-text = Qualsiasi voce della lista nera che corrisponde segnala un ordine come sospetto. Gli ordini segnalati non vengono fermati; i motivi sono nella pagina dell'ordine.
empty-not_checked-title = Tutti gli ordini sono stati controllati
empty-not_checked-text = Quando un ordine non può essere controllato, per un campo illeggibile o per un nostro errore, attende qui con il motivo. Non passa mai in silenzio.
empty-approved-title = Nessun ordine approvato
empty-approved-text = Qui sono elencati gli ordini che hanno superato il controllo.
empty-released-title = Nessun ordine sbloccato
empty-released-text = Qui sono elencati, fino alla spedizione, gli ordini che erano bloccati e che una persona ha sbloccato.
empty-none-title = Nessun ordine è così
empty-none-text = Senza questi filtri ci possono essere altri ordini. Un numero va scritto per intero.

## Order
order-title = Ordine { $number }
order-placed = Effettuato
order-received = Ricevuto
order-back-key = Torna agli ordini (u)
order-add = Aggiungi alla lista nera…
act-hold = Blocca…
act-release = Sblocca…
act-hold-title = Blocca l'ordine { $number }
act-release-title = Sblocca l'ordine { $number }
act-hold-text = Non va evaso finché qualcuno non lo sblocca.
act-release-text = Può essere spedito. Solo un nuovo controllo, dopo una modifica dell'ordine nel negozio, può bloccarlo di nuovo.
act-hold-do = Blocca l'ordine
act-release-do = Sblocca l'ordine
act-release-edit = Sblocca e modifica nel negozio
act-hold-done = L'ordine è bloccato.
act-release-done = L'ordine è sbloccato.
act-comment = Commento
act-comment-help = Lo vede chiunque guardi questo ordine.
act-comment-missing = Scrivi perché. Lo vede chi guarderà questo ordine dopo di te.
order-unread = Non è stato possibile leggere i campi dell'ordine, quindi non ci sono indirizzo, acquirente né righe da mostrare. La consegna è conservata così come è arrivata.
order-unknown-title = Ordine inesistente
order-unknown-text = Questo negozio non ha un ordine con questo id.
held-since = Bloccato da
decision-label = Decisione
decision-held = Bloccato: { $why }
decision-held-plain = Bloccato
decision-held-text = Non va evaso finché non viene sbloccato.
decision-held-by-hand = Bloccato a mano
decision-case = Un caso è aperto: restano { $hours } h { $minutes } min per fermare la consegna.
decision-case-over = Un caso è aperto. Il tempo per fermare la consegna è scaduto.
decision-by-hand-text = Da { $actor }.
decision-check-says = Il controllo: { $why }
decision-not-checked = Non controllato: { $reason }
decision-update-not-checked = Una modifica successiva non è stata letta. { $unread }
decision-not-checked-text = Su questo ordine non è stata presa alcuna decisione. Guardalo tu prima che venga spedito.
decision-marked = Segnalato: { $why }
decision-marked-text = È mostrato come sospetto; non viene fermato nulla.
decision-approved = Approvato: { $why }
decision-released = Sbloccato dopo un blocco
decision-cancelled = Annullato
decision-shipped = Spedito
decision-declined = Rifiutato
decision-fraud = Frode
why-over = { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  }, oltre il minimo di { $minimum }.
why-under = { $matches ->
    [one] una corrispondenza
   *[other] { $matches } corrispondenze
  }, { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  }, non oltre il minimo di { $minimum }.
why-no-minimum = { $matches ->
    [one] una corrispondenza
   *[other] { $matches } corrispondenze
  }, { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  }.
why-hold = una corrispondenza con l'effetto “Blocca”.
why-hold-always = una corrispondenza con l'effetto “Blocca sempre”.
why-allowed = corrisponde una voce che consente; { $score ->
    [one] { $score } punto non lo blocca
   *[other] { $score } punti non lo bloccano
  }.
why-decline = { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  }, oltre il limite del negozio per il rifiuto.
why-no-match = nessuna voce e nessuna regola corrisponde.
why-skipped = il controllo era spento ({ $skipped }).

matches-title = Corrispondenze
matches-none = Nessuna voce e nessuna regola corrisponde a questo ordine.
column-reason = Motivo
column-matched = Campi corrispondenti
column-places = Indirizzi
column-effect = Effetto
source-entry = Voce
source-rule = Regola
places-title = Indirizzi
place-billing = Fatturazione
place-shipping = Spedizione
place-customer = Cliente
place-line = Riga { $n }
tax-id = Codice fiscale
hit-title = Corrisponde: { $field }
hit-spoken = (corrisponde)
buyer-title = Acquirente
fact-name = Nome
fact-browser = Browser
fact-group = Gruppo
fact-orders = Ordini precedenti
fact-since = Cliente da
fact-payment = Pagamento
fact-card = Carta
fact-channel = Canale
payment-cod = Contrassegno
lines-title = Righe
lines-count = { $n ->
    [one] { $n } riga
   *[other] { $n } righe
  }
column-product = Prodotto
column-quantity = Quantità
column-price = Prezzo
check-title = Controllo
check-decision = Decisione
check-at = Controllato
check-said = { $verdict }, { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  }
check-snapshot = Snapshot
check-entries = Voci fino a
check-engine = Motore
check-normaliser = Normalizzatore
check-data = Dati
checks-title = Tutti i controlli
checks-count = { $n } controlli
checks-line = { $score ->
    [one] { $score } punto
   *[other] { $score } punti
  } · { $matches ->
    [one] { $matches } corrispondenza
   *[other] { $matches } corrispondenze
  } · snapshot { $snapshot }
check-kind-placed = all'ordine
check-kind-updated = alla modifica
check-kind-recheck = controllato di nuovo
timeline-title = Cronologia
actor-engine = Ordergate
actor-api = API
actor-staff = Personale
actor-operator = Operatore
actor-woocommerce = WooCommerce
actor-shopify = Shopify
action-order-checked = Controllato
action-order-updated = Modificato nel negozio
action-order-held = Bloccato
action-order-released = Sbloccato
action-order-released_to_edit = Sbloccato, da modificare nel negozio
action-order-cancelled = Annullato
action-order-shipped = Spedito
action-order-not_checked = Non controllato
action-order-late = Una versione precedente è arrivata in ritardo
action-order-rechecked = Controllato di nuovo
action-order-reopened = Ripreso nel negozio
action-order-approved = Approvato
action-order-declined = Rifiutato
action-order-fraud = Frode confermata
action-order-disputed = Pagamento contestato
action-order-cancel_asked = Annullamento richiesto
action-order-refund_asked = Rimborso richiesto
action-hold-locked = Blocco preso in carico
action-hold-lock_taken_over = Blocco rilevato
action-hold-unlocked = Blocco rimesso in lista
action-entry-added = Voce aggiunta
action-entry-replaced = Voce modificata
action-entry-removed = Voce rimossa
action-entries-imported = Voci importate
action-entries-exported = Voci esportate
action-orders-exported = Ordini esportati
action-rule-added = Regola aggiunta alla bozza
action-rule-replaced = Regola della bozza modificata
action-rule-removed = Regola rimossa dalla bozza
action-settings-replaced = Impostazioni della bozza modificate
action-snapshot-published = Snapshot pubblicato
action-shop-settings = Impostazioni del negozio modificate
action-shop-created = Negozio creato
action-command-retried = Il negozio viene avvisato di nuovo
action-command-hold_confirmed = Il negozio lo tiene bloccato
action-command-hold_given_up = Non è stato possibile dire al negozio di bloccarlo
action-command-release_confirmed = Il negozio lo ha sbloccato
action-command-release_given_up = Non è stato possibile dire al negozio di sbloccarlo
action-command-cancel_confirmed = Il negozio lo ha annullato
action-command-cancel_given_up = Non è stato possibile dire al negozio di annullarlo
action-command-refund_confirmed = Il negozio lo ha rimborsato
action-command-refund_given_up = Non è stato possibile dire al negozio di rimborsarlo
custom-title = Campi del negozio
notes-title = Come è stata letta la consegna
mails-title = E-mail
mails-count = { $n ->
    [0] nessuna
    [one] { $n } e-mail
   *[other] { $n } e-mail
  }
mails-none = Su questo ordine non è stata scritta alcuna e-mail. I contatti vengono avvisati quando un controllo blocca o segnala un ordine.
mail-state-pending = In attesa
mail-state-leased = Invio in corso
mail-state-sent = Inviata
mail-state-retry = Verrà riprovata
mail-state-dead = Non inviata
mail-state-expired = Non viene più inviata
mail-state-written = Scritta
mail-written-help = Questo negozio non ha ancora un servizio di posta: l'e-mail è stata scritta nella posta in uscita e non è andata oltre.
mail-due = Prevista
mail-again = Prossimo tentativo
mail-gave-up = { $attempts ->
    [one] abbandonata dopo un tentativo
   *[other] abbandonata dopo { $attempts } tentativi
  }
mail-error = Ultimo errore:
mail-as = Mostra come
mail-text = Testo
mail-html = HTML
mail-frame = L'e-mail in HTML

## Blacklist
lists = Liste
list-blacklist = Lista nera
list-allow_list = Lista consentiti
find-label = Trova una voce
find-placeholder = Cerca nelle voci caricate
one-entry = È mostrata solo la voce che corrisponde.
entries-caption = Voci della lista nera
column-fields = Campi, devono corrispondere tutti
column-added = Aggiunta da
column-expires = Scade
column-hits = Riscontri
column-remove = Rimuovi
last-hit = ultimo
entries-shown = { $n ->
    [one] { $count } voce mostrata
   *[other] { $count } voci mostrate
  }
entries-found = { $count } di { $loaded } voci caricate
entries-none-title = La lista nera è vuota
entries-none-text = Una voce contiene uno o più campi, per esempio un'e-mail o un nome con una città. Devono corrispondere tutti perché un ordine venga segnalato. È in vigore dal prossimo controllo.
entries-found-title = Nessun risultato
entries-found-text = Nessuna voce caricata contiene queste parole. Carica altre voci o cerca meno parole.
entries-gone-title = Questa voce non è più nella lista nera
entries-gone-text = È stata rimossa dopo aver trovato corrispondenza. Il controllo dell'ordine ne conserva il motivo e i punti.
default-points = predefiniti
default-points-title = I punti predefiniti di questo campo, come impostati al momento di ogni controllo
entry-add = Aggiungi una voce
entry-edit = Modifica la voce: { $name }
entry-changed = Voce modificata. È in vigore dal prossimo controllo.
entries-allow-title = La lista consentiti è vuota
entries-allow-text = Una voce che consente lascia passare gli ordini di chi conosci senza blocco né segnalazione; i punti restano elencati. Richiede un id cliente, un'impronta del pagamento o almeno due campi.
edit-title = Modifica la voce
allow-title = Aggiungi alla lista consentiti
add-kept = { $day }, come ora
preview-wait = Quando i campi sono compilati, qui vedi quali degli ordini più recenti la voce avrebbe trovato.
preview-looking = Ricerca negli ordini più recenti…
preview-found = { $n ->
    [0] Non avrebbe trovato nessuno
   *[other] Avrebbe trovato { $n }
  } degli ultimi { $checked } ordini.
preview-free = { $n ->
    [one] Uno di questi non è stato fermato.
   *[other] { $n } di questi non sono stati fermati.
  }
preview-more = e { $n ->
    [one] un altro
   *[other] altri { $n }
  }
import = Importa…
export = Esporta
import-title = Importa voci
import-text = Un file CSV la cui prima riga dà i nomi dei campi. I campi che non servono si possono omettere; una riga senza id è una nuova voce.
import-copy = Copia la prima riga
import-file = File
import-no-file = Scegli un file.
import-try = Esamina il file
import-do = { $n ->
    [one] Importa una voce
   *[other] Importa { $n } voci
  }
import-done = { $n ->
    [one] Una voce importata. È in vigore dal prossimo controllo.
   *[other] { $n } voci importate. Sono in vigore dal prossimo controllo.
  }
import-found = Nuove: { $new }, modificate: { $changed }, uguali: { $same }, non valide: { $invalid }.
import-mend = Finché una riga non è valida non viene importato nulla. Correggi il file e sceglilo di nuovo.
import-nothing = Non c'è nulla da importare: è già tutto nella lista.
import-ready = Non è stato ancora modificato nulla.
import-lines = Righe del file
import-line = Riga { $line }:
import-new = nuova
import-changed = modificata
import-invalid = non valida
import-more = altre righe: { $count }
entry-added = Voce aggiunta. È in vigore dal prossimo controllo.
entry-removed = Voce rimossa
entry-again = Voce aggiunta di nuovo
entry-remove = Rimuovi la voce: { $name }
entry-no-field = Compila almeno un campo.
entry-no-reason = Scrivi perché. Lo vede chi rivede un ordine.
entry-no-points = Più campi richiedono punti propri.
entry-bad-points = Un numero intero da −1000 a 1000.
add-title = Aggiungi alla lista nera
add-title-order = Aggiungi alla lista nera dall'ordine { $number }
add-fields = Campi
add-fields-help = Devono corrispondere tutti i campi compilati. I campi di nome e indirizzo devono corrispondere in uno stesso indirizzo.
add-more = Altri campi
add-effect = Effetto
add-points = Punti
add-points-help = Vuoto: i punti predefiniti del campo.
add-points-off = Solo per l'effetto “Punti”.
add-reason = Motivo
add-reason-help = Lo vede chi rivede un ordine che corrisponde.
add-expires = Scade
add-months = { $n ->
    [one] Tra { $n } mese
   *[other] Tra { $n } mesi
  }
add-expires-help = Dopo questa data la voce non corrisponde più. Al massimo 36 mesi.
add-never-help = La voce resta finché non viene rimossa. Il motivo dica perché.

## Rules and what is published
rules-title = Regole
rules-back = Torna alle regole
rules-shadow = Queste regole sono arrivate con il negozio e sono spente. Attiva quelle adatte, poi pubblica.
rules-none-title = Non ci sono regole
rules-none-text = Una regola è una condizione su un ordine, per esempio order.total > 500, e quanto vale in punti. Tutte le regole attive vengono valutate a ogni controllo.
part-add-rule = Nuova regola
part-remove-rule = Rimuovi la regola
part-removed-rule = Regola rimossa dalla bozza
rule-switch = Attiva: { $name }
rule-on = Attivata nella bozza. Pubblica per metterla in vigore.
rule-off = Spenta nella bozza. Pubblica per metterla in vigore.
part-name-help-rule = Chi rivede gli ordini la legge come motivo di una corrispondenza.
rule-when = Condizione
rule-use = Usa { $word }
rule-visibility = Chi può leggerla
rule-private = Solo questo negozio
rule-private-help = Non lascia mai Ordergate.
rule-public = Pubblica
rule-public-warning = Chiunque può leggere una regola pubblica: viene inviata al browser di ogni acquirente.
rule-points-help = Da −1000 a 1000, aggiunti al punteggio quando la condizione è vera.
rule-allow-help = Lascia passare l'ordine senza blocco né segnalazione; i punti restano elencati.
rule-active = Attiva
rule-active-help = Le regole non attive non vengono mai valutate.
rule-no-name = Dai un nome alla regola.
rule-no-when = Scrivi una condizione.
code-help = Per esempio: payment.method == "cod" and order.total > 500
part-rule = Regola
part-variable = Variabile
part-list = Lista
part-saved = Salvato nella bozza. Pubblica per metterlo in vigore.
part-no-name = Dalle un nome, per esempio big_order.
part-gone-title = Non è più nella bozza
save-draft = Salva nella bozza
variable-title = Variabili
part-add-variable = Nuova variabile
part-remove-variable = Rimuovi la variabile
part-removed-variable = Variabile rimossa dalla bozza
part-none-variable = Una variabile dà a una condizione o a un numero un nome che le regole possono usare.
part-name-help-variable = Lettere, cifre e trattini bassi; le regole la chiamano con questo nome.
variable-is = Sta per
list-title = Liste
part-add-list = Nuova lista
part-remove-list = Rimuovi la lista
part-removed-list = Lista rimossa dalla bozza
part-none-list = Una lista contiene valori per un test con “in”, per esempio paesi o articoli.
part-name-help-list = Lettere, cifre e trattini bassi; le regole la chiamano con questo nome.
list-values = Valori
list-values-help = Uno per riga.
words-title = Parole per le condizioni
words-order = Ordine
words-buyer = Acquirente
words-places = Indirizzi
words-payment = Pagamento e cassa
words-velocity = Ordini precedenti
words-lines = Righe
words-tests = Test
column-on = Attiva
column-name = Nome
column-hits-30 = Riscontri, 30 giorni
publish-in-force = Lo snapshot { $number } è in vigore, pubblicato
publish-waiting = { $n ->
    [one] Una modifica non è pubblicata.
   *[other] { $n } modifiche non sono pubblicate.
  }
publish-review = Rivedi e pubblica…
publish-title = Pubblica lo snapshot { $number }
publish-text = Dal prossimo controllo gli ordini vengono controllati con quanto scritto qui. Gli ordini che si possono ancora fermare vengono controllati di nuovo.
publish-do = Pubblica lo snapshot { $number }
publish-done = Lo snapshot { $number } è in vigore.
change-added = Nuovo
change-changed = Modificato
change-removed = Rimosso
change-take-back = Ritira
change-taken-back = Ritirato
change-field-name = Nome
change-field-when = Condizione
change-field-is = Sta per
change-field-values = Valori
change-field-points = Punti
change-field-effect = Effetto
change-field-active = Attiva
change-field-visibility = Chi può leggerla
change-field-minimum_points = Minimo
change-field-decline_points = Rifiuta oltre
change-field-default_country = Paese
change-field-time_zone = Fuso orario

## Settings
settings-title = Impostazioni
settings-tab-decision = Punti e decisioni
settings-tab-shop = Negozio
settings-tab-connections = Connessioni
settings-tab-keys = Chiavi API
settings-tab-endpoints = Webhook
settings-tab-audit = Registro
rotate = Rigenera
rotated = Nuovo valore creato.
rotate-text = Viene creato un nuovo valore. Inseriscilo prima che quello vecchio scada.
rotate-hours = Validità del vecchio valore, ore
rotate-hours-help = Da 0 a 168. Con 0 scade subito.
keys-text = Una chiave del server può fare tutto in questo negozio. Una chiave della cassa sta nella pagina e può solo chiedere un token della cassa.
key-add = Nuova chiave
key-make = Crea la chiave
key-edit = Modifica la chiave
key-kind = Tipo
key-sk = Chiave del server
key-pk = Chiave della cassa
key-sk-help = Solo sui tuoi server: chi la possiede può leggere e modificare tutto in questo negozio.
key-pk-help = Sta nella pagina della cassa; chiunque può leggerla.
key-name-help = A che cosa serve, per esempio il magazzino.
key-origins = Pagine che possono usarla
key-origins-help = Indirizzi come https://shop.example, uno per riga. Vuoto: qualsiasi pagina.
key-used = Usata il { $day }
key-unused = Non ancora usata
key-ends = Scade
key-made = La chiave
key-made-sk = I tuoi server la inviano come bearer token.
key-made-pk = Va nel tag script della pagina della cassa.
key-revoke = Revoca
key-revoke-title = Revoca { $name }
key-revoke-text = Smette subito di funzionare. Da quel momento chi la usa viene rifiutato.
key-rotate-title = Rigenera { $name }
endpoints-text = Dove la tua piattaforma consegna gli ordini, con firma.
endpoint-add = Nuovo endpoint
endpoint-make = Crea l'endpoint
endpoint-made = Endpoint per { $platform }
endpoint-url = Indirizzo
endpoint-secret = Segreto
endpoint-secret-help = Solo se la piattaforma ti mostra il proprio, come fa Shopify. Vuoto: ne viene creato uno.
endpoint-previous = Vecchio segreto: scade
endpoint-remove = Rimuovi
endpoint-remove-title = Rimuovi l'endpoint per { $platform }
endpoint-remove-text = Il suo indirizzo smette subito di funzionare: le consegne della piattaforma vengono rifiutate.
endpoint-rotate-title = Rigenera il segreto per { $platform }
copy-address = Copia l'indirizzo
copy-secret = Copia il segreto
deliveries = Consegne
deliveries-title = Consegne di { $platform }
delivery-last = Ultima consegna
delivery-none = Ancora nessuna consegna
delivery-replay = Rielabora
delivery-replayed = Rielaborata: { $outcome }
outcome-taken = Accettata
outcome-late = In ritardo
outcome-stale = Versione precedente
outcome-same = Uguale a prima
outcome-conflict = Conflitto
outcome-ignored = Ignorata
outcome-unreadable = Illeggibile
outcome-unknown_order = Ordine sconosciuto
not-set = Non impostato
bad-number = Un numero intero, o niente.
confirm-type = Scrivi { $word } per confermare
confirm-other = È un'altra parola.
switch-title = Interruttore generale
switch-now-on = Il controllo è attivo
switch-now-on-text = Ogni ordine del negozio viene controllato.
switch-now-off = Il controllo è spento
switch-now-off-text = Ogni ordine viene approvato senza controllo.
switch-off = Spegni il controllo
switch-off-text = Dal prossimo ordine non viene controllato nulla: ogni ordine viene approvato, qualunque cosa dicano lista nera e regole. Gli ordini bloccati restano bloccati.
switch-on = Attiva il controllo
switch-on-text = Dal prossimo ordine ogni ordine viene di nuovo controllato.
switch-publishes = { $n ->
    [one] La modifica della bozza non ancora pubblicata viene pubblicata insieme.
   *[other] Le { $n } modifiche della bozza non ancora pubblicate vengono pubblicate insieme.
  }
switch-is-off = Il controllo è spento.
switch-is-on = Il controllo è attivo.
decision-title = Quando un ordine viene bloccato
decision-text = I punti di tutte le corrispondenze vengono sommati.
minimum = Minimo
minimum-help = Un ordine con più punti di questi viene bloccato.
decline = Rifiuta oltre
decline-help = Facoltativo. Con più punti di questi l'ordine è mostrato come rifiutato; viene comunque solo bloccato: a rifiutare sono le persone.
default-points-heading = Punti predefiniti
default-points-text = Quanto aggiunge una voce con un solo campo quando non ha punti propri, al momento del controllo. Vuoto: niente.
reading-title = Come vengono letti gli ordini
default-country = Paese
default-country-help = Due lettere, per esempio IT.
time-zone = Fuso orario
time-zone-help = Per order.hour e order.weekday nelle regole e per tutti gli orari di questa pagina.
shop-title = Il negozio
shop-saved = Salvato. È in vigore.
shop-stop_window_hours = Tempo per fermare, ore
shop-stop_window_hours-help = Per quanto tempo dopo il primo controllo una consegna può ancora essere fermata. Vuoto: 24.
shop-review_hours = Rivedere entro, ore
shop-review_hours-help = Un blocco più vecchio è mostrato come scaduto; l'ordine resta bloccato. Vuoto: nessuna scadenza.
shop-codes = Codici di blocco
shop-codes-help = Le tue parole per i blocchi; l'elenco dei blocchi si filtra con esse.
shop-code-automatic = Bloccato da un controllo
shop-code-manual = Bloccato da una persona
shop-list_fields = Aggiungi alla lista nera
shop-list_fields-help = I campi copiati da un ordine o da un cliente in una sola voce. In seguito devono corrispondere tutti.
shop-fraud_fields = Frode confermata
shop-fraud_fields-help = Ciascuno di questi diventa una voce con l'effetto Blocca quando un ordine è confermato come frode.
shop-kept = Che cosa si conserva
shop-retention_days = Dati personali, giorni
shop-retention_days-help = Poi vengono cancellati dagli ordini. Vuoto: 730.
shop-delivery_body_days = Contenuto delle consegne, giorni
shop-delivery_body_days-help = Quello che la piattaforma ha inviato, così com'era. Vuoto: 30.
connections-text = Con una connessione, blocchi, sblocchi, annullamenti e rimborsi raggiungono il negozio da soli, e gli ordini che nessun webhook ha portato vengono presi ogni 5 minuti.
connection-none = Non connesso
connected = Connesso
connection-failing = Non funziona
connection-key-ends = La chiave termina con { $ends }
connection-polled = interrogato
connection-not-polled = non ancora interrogato
connection-webhook = { $state ->
    [active] Il suo webhook consegna
    [reactivated] Il suo webhook era spento ed è di nuovo attivo
    [recreated] Il suo webhook era sparito ed è stato ricreato
    [retrying] Il suo webhook è sparito; ogni ora si tenta di ricrearlo
   *[missing] Non ha un webhook verso l'endpoint di questo negozio
  }
connection-replace = Sostituisci le chiavi
connection-remove = Rimuovi
connection-remove-title = Rimuovi la connessione a { $platform }
connection-remove-text = Le sue chiavi vengono dimenticate. Blocchi e sblocchi restano in Ordergate e non raggiungono più il negozio.
connection-saved = Connesso. Il negozio viene interrogato entro 5 minuti.
connect = Connetti
connect-title = Connetti { $platform }
connect-text-woocommerce = In WooCommerce, sotto Impostazioni, Avanzate, REST API, aggiungi una chiave con il permesso Lettura/Scrittura.
connect-text-shopify = In Shopify, sotto Impostazioni, App, sviluppa un'app che possa leggere e scrivere ordini e ordini di evasione, e installala.
connect-address-woocommerce = Indirizzo del negozio
connect-address-help-woocommerce = Per esempio https://shop.example
connect-address-shopify = Dominio
connect-address-help-shopify = Per esempio my-shop.myshopify.com
connect-key = Consumer key
connect-secret = Consumer secret
connect-token = Access token
connect-secret-help = Conservato sigillato e mai più mostrato.
connect-hold = Un ordine bloccato riceve
connect-hold-note = Una nota privata
connect-hold-status = Una nota privata e lo stato on-hold
connect-hold-note-help = Gli acquirenti non ne vedono nulla.
connect-hold-status-warning = Gli acquirenti vedono lo stato on-hold nel loro account e WooCommerce li avvisa per e-mail.

## Install
install-title = Installazione
install-api = Negozio su misura
install-checkout = Pagina della cassa
install-endpoint = Crea l'indirizzo a cui vengono consegnati gli ordini
install-endpoint-there = È già creato. Indirizzo e segreto sono stati mostrati una volta sola; se sono andati persi, rimuovi l'endpoint e creane un altro:
install-endpoint-woocommerce = Ricevi un indirizzo e un segreto, una volta sola. Conservali per il passo successivo.
install-endpoint-shopify = Prima copia il segreto che Shopify mostra in Impostazioni, Notifiche, Webhook: firma tutte le consegne. Ricevi l'indirizzo per il passo successivo.
install-where-woocommerce = Inseriscili in WooCommerce
install-how-woocommerce = Impostazioni, Avanzate, Webhook, Aggiungi webhook: stato Attivo, l'indirizzo come URL di consegna, il segreto come Segreto, versione API 3. Fallo una volta per ogni argomento:
install-where-shopify = Inserisci l'indirizzo in Shopify
install-how-shopify = Impostazioni, Notifiche, Webhook, Crea webhook: formato JSON, l'indirizzo come URL. Fallo una volta per ogni argomento; le contestazioni esistono solo con Shopify Payments:
install-back = Fai arrivare i blocchi al negozio
install-back-text = Connetti il negozio, così un ordine bloccato lo è anche lì:
install-seen = Verifica l'arrivo del primo ordine
install-seen-how = Effettua un ordine di prova. Un attimo dopo compare in Ordini.
install-copy-topic = Copia { $topic }
install-key = Crea una chiave
install-key-text = Una chiave del server, solo per i tuoi server:
install-pk-text = Una chiave della cassa, con l'indirizzo delle pagine del negozio:
install-order = Invia ogni ordine
install-order-text = Quando viene effettuato e di nuovo quando cambia, con un updated_at più recente. La risposta contiene la decisione. Servono solo id, placed_at, currency e total; ogni altro campo migliora il controllo.
install-ask = Chiedi prima di spedire
install-ask-text = Per un ordine bloccato la risposta è false finché qualcuno non lo sblocca.
install-tag = Inserisci lo script nella pagina della cassa
install-tag-text = Con la tua chiave della cassa al posto di pk_… e il selettore del modulo. Non ferma nulla e l'acquirente non ne vede nulla.
install-token = Trasmetti il token
install-token-text = Lo script inserisce nel modulo un token, come ordergate_token. Invialo con l'ordine, nel campo token: un ordine il cui token manca o appartiene a un altro carrello è un dato per le tue regole.
snippet = Testo da copiare

## Outbox
outbox-title = Posta in uscita
outbox-pending = In attesa
outbox-retry = Da riprovare
outbox-sent = Inviate
outbox-dead = Non inviate
outbox-expired = Troppo tardi
outbox-none-title = Non è stata ancora scritta alcuna e-mail
outbox-none-such = Nessuna e-mail è così
outbox-none-text = Quando un ordine viene bloccato o si apre un caso, le e-mail ai contatti compaiono qui, dal primo tentativo all'ultimo.
mail-kind-hold = Blocco
mail-kind-mark = Segnalazione
mail-kind-case = Caso
mail-kind-digest = Riepilogo
mail-kind-test = Prova
mail-bounced = Tornata indietro
mail-order = Apri l'ordine
mail-retry = Invia di nuovo
mail-retried = L'e-mail viene inviata di nuovo.
stuck-title = Il negozio non è stato avvisato
stuck-what = { $what } su { $platform }, richiesto
command-hold = Blocco
command-release = Sblocco
command-cancel = Annullamento
command-refund = Rimborso
command-dead = Abbandonato
command-unknown = Esito sconosciuto
command-unknown-help = La risposta è andata persa. Si chiede al negozio com'è andata.
command-retry = Avvisa di nuovo
command-retried = Il negozio viene avvisato di nuovo.

## Contacts
contacts-title = Contatti
contacts-bounced = Le e-mail a un contatto tornano indietro. Invia un'e-mail di prova o indica un secondo canale da avvisare quando le e-mail falliscono.
contacts-none-title = Nessuno viene ancora avvisato
contacts-none-text = I contatti ricevono un'e-mail quando un ordine viene bloccato o si apre un caso, in tempo per fermare il pacco. Non serve loro un accesso.
contact-add = Nuovo contatto
contact-edit = Modifica il contatto
contact-saved = Contatto salvato
contact-remove = Rimuovi { $name }
contact-removed = { $name } non viene più avvisato.
contact-bounced = Le e-mail tornano indietro da
contact-test = E-mail di prova:
contact-send-test = Invia un'e-mail di prova
contact-no-name = Scrivi chi è.
contact-no-email = Scrivi l'indirizzo completo.
contact-language = Lingua
contact-language-help = E-mail, date e importi sono scritti in questa lingua.
contact-hears = Viene avvisato di
contact-channel = Secondo canale
contact-channel-help = Facoltativo. Un tuo indirizzo https a cui si scrive, con firma, quando tre e-mail sono fallite.
contact-channel-to = Secondo canale: { $host }
contact-secret-title = Segreto del secondo canale
contact-secret-about = Ogni invio all'indirizzo è firmato con questo segreto, come descritto da Standard Webhooks.
hears-holds = Ordini bloccati
hears-holds-help = Subito, con i motivi.
hears-cases = Casi
hears-cases-help = Subito, quando un ordine approvato si rivela cattivo e la consegna può ancora essere fermata.
hears-marks = Ordini segnalati
hears-marks-help = Per una segnalazione non viene fermato nulla.
hears-marks-at_once = Ordini segnalati
hears-marks-digest = Ordini segnalati, riepilogo
hears-nothing = Niente
marks-at_once = Subito
marks-digest = Un riepilogo ogni 15 minuti
marks-off = Mai

## Fields
field-first_name = Nome
field-last_name = Cognome
field-street = Via
field-house_number = Numero civico
field-postcode = CAP
field-postcode_extended = CAP esteso
field-city = Città
field-email = E-mail
field-ip = IP
field-phone = Telefono
field-country = Paese
field-company = Azienda
field-tax_id = Codice fiscale
field-customer_id = Id cliente
field-payment_fingerprint = Impronta del pagamento
field-device = Dispositivo
field-email_domain = Dominio e-mail

## Today
today-title = Oggi
today-all = Mostra tutti
today-cases = Casi, prima quelli con meno tempo rimasto
today-cases-none = Nessun pacco va fermato. Un caso si apre quando un ordine lasciato passare si rivela una frode.
today-holds = Ordini bloccati, prima quelli da più tempo
today-holds-none = Nessun ordine attende una decisione.
tile-cases = Casi aperti
tile-unassigned = { $n ->
    [0] qualcuno si occupa di ognuno
    [one] { $n } non assegnato
   *[other] { $n } non assegnati
  }
tile-holds = Ordini bloccati
tile-overdue = { $n } con revisione scaduta
tile-over = Casi a tempo scaduto
tile-not_checked = Non controllati, 7 giorni
alerts-title = Da verificare
alert-contacts_bouncing = { $n ->
    [one] Le e-mail a { $count } contatto tornano indietro: non viene avvisato.
   *[other] Le e-mail a { $count } contatti tornano indietro: non vengono avvisati.
  }
alert-mails_dead = { $n ->
    [one] Non è stato possibile inviare { $count } e-mail degli ultimi 7 giorni.
   *[other] Non è stato possibile inviare { $count } e-mail degli ultimi 7 giorni.
  }
alert-commands_dead = { $n ->
    [one] Una volta non è stato possibile dire al negozio di bloccare, sbloccare, annullare o rimborsare un ordine.
   *[other] { $count } volte non è stato possibile dire al negozio di bloccare, sbloccare, annullare o rimborsare un ordine.
  }
alert-polls_failing = { $n ->
    [one] Una piattaforma del negozio non risponde quando Ordergate chiede i nuovi ordini.
   *[other] { $count } piattaforme del negozio non rispondono quando Ordergate chiede i nuovi ordini.
  }
alert-not_checked = { $n ->
    [one] { $count } ordine degli ultimi 7 giorni non è stato controllato: nessuno ha deciso.
   *[other] { $count } ordini degli ultimi 7 giorni non sono stati controllati: nessuno ha deciso.
  }
chart-title = Ordini di 14 giorni
chart-says = Ordini in 14 giorni: { $orders }; bloccati: { $held }, segnalati: { $marked }. La tabella riporta ogni giorno.
chart-day = { $day }: ordini { $orders }, bloccati { $held }, segnalati { $marked }
chart-fine = Passati
chart-table = Come tabella
chart-date = Giorno
chart-orders = Ordini
chart-held = Bloccati
chart-marked = Segnalati
set-up-title = Configurazione
set-up-count = { $done } di { $all } completati
set-up-done = Completato:
set-up-missing = Manca:
set-up-orders = Gli ordini arrivano
set-up-orders-text = Connetti la piattaforma del negozio o invia gli ordini con POST /v1/orders. Non ne è ancora arrivato nessuno.
set-up-minimum = Il minimo è impostato
set-up-minimum-text = Finché non ce n'è uno, nulla viene bloccato per i punti.
set-up-stop_window = Il tempo per fermare è impostato
set-up-stop_window-text = Per quante ore il negozio può ancora fermare un pacco. Se ne presumono 24.
set-up-contacts = Qualcuno riceve le e-mail
set-up-contacts-text = Senza un contatto nessuno viene avvisato di blocchi e casi.
set-up-rules = Le regole sono pubblicate
set-up-rules-text = Senza regole solo la lista nera trova qualcosa.
set-up-entries = La lista nera ha delle voci
set-up-entries-text = Aggiungi un acquirente che non ha pagato o importa una lista.

## Selected rows
select = Seleziona { $name }
select-all = Seleziona tutti quelli mostrati
bulk-chosen = { $n } selezionati
bulk-clear = Annulla la selezione
bulk-left = Questi sono rimasti com'erano:
bulk-fields-help = Quanto l'ordine ha di questi campi diventa una sola voce; devono corrispondere tutti.
bulk-fields-newest = Per un cliente vale il suo ordine più recente.
bulk-recheck = Controlla di nuovo
bulk-recheck-done = { $n ->
    [one] { $count } ordine è stato controllato di nuovo.
   *[other] { $count } ordini sono stati controllati di nuovo.
  }
bulk-now-held = { $n ->
    [one] { $n } di questi ora è bloccato.
   *[other] { $n } di questi ora sono bloccati.
  }
bulk-hold = Blocca…
bulk-hold-title = { $n ->
    [one] Blocca l'ordine { $name }
   *[other] Blocca { $n } ordini
  }
bulk-hold-text = Nessuno va evaso finché qualcuno non lo sblocca.
bulk-hold-do = Blocca
bulk-hold-done = { $n ->
    [one] { $count } ordine è bloccato.
   *[other] { $count } ordini sono bloccati.
  }
bulk-release = Sblocca…
bulk-release-title = { $n ->
    [one] Sblocca l'ordine { $name }
   *[other] Sblocca { $n } ordini
  }
bulk-release-text = Possono essere spediti. Solo un nuovo controllo, dopo una modifica dell'ordine nel negozio, può bloccarli di nuovo.
bulk-release-do = Sblocca
bulk-release-done = { $n ->
    [one] { $count } ordine è sbloccato.
   *[other] { $count } ordini sono sbloccati.
  }
bulk-cancel = Annulla l'ordine…
bulk-cancel-title = { $n ->
    [one] Annulla l'ordine { $name }
   *[other] Annulla { $n } ordini
  }
bulk-cancel-text = Al negozio viene detto di annullare e di restituire quanto pagato. Non si può tornare indietro.
bulk-cancel-do = Annulla definitivamente
bulk-cancel-done = { $n ->
    [one] { $count } ordine è annullato.
   *[other] { $count } ordini sono annullati.
  }
bulk-cancel-untold = { $n ->
    [one] { $count } ordine è registrato come annullato. Ordergate non raggiunge il negozio: annullalo anche lì.
   *[other] { $count } ordini sono registrati come annullati. Ordergate non raggiunge il negozio: annullali anche lì.
  }
bulk-add_to_blacklist = Aggiungi alla lista nera…
bulk-add_to_blacklist-title = { $n ->
    [one] Aggiungi alla lista nera: { $name }
   *[other] Aggiungi { $n } acquirenti alla lista nera
  }
bulk-add_to_blacklist-do = Aggiungi alla lista nera
bulk-add_to_blacklist-done = { $n ->
    [one] { $count } acquirente è nella lista nera.
   *[other] { $count } acquirenti sono nella lista nera.
  }
bulk-export = Esporta…
export-title = { $n ->
    [one] Esporta { $count } ordine
   *[other] Esporta { $count } ordini
  }
export-all = Esporta tutti gli ordini mostrati dai filtri
export-text = Un file CSV che i fogli di calcolo aprono così com'è: una riga per ordine, orari in { $zone }. Nessuna cella viene eseguita come formula. Le colonne:
export-care = Nomi e città sono dati personali: tieni il file finché ti serve, poi eliminalo. E-mail, telefoni e indirizzi restano qui.
export-reading = { $count } ordini letti…
export-do = Salva il file
export-done = { $n ->
    [one] { $count } ordine è in { $name }.
   *[other] { $count } ordini sono in { $name }.
  }
export-cut = Ce ne sono altri: restringi l'elenco per il resto.
export-id = Id
export-currency = Valuta
export-yes = sì
export-no = no

## Holds
holds-title = Blocchi
holds-all = Tutti
holds-automatic = Da un controllo
holds-manual = A mano
holds-overdue = Revisione scaduta
holds-free = Di nessuno
holds-locked = In lavorazione
holds-caption = Ordini bloccati: { $filter }
holds-shown = { $n ->
    [one] { $count } ordine bloccato mostrato
   *[other] { $count } ordini bloccati mostrati
  }
holds-none-title = Nessun ordine bloccato è così
holds-none-text = Altri ordini bloccati possono attendere sotto un altro filtro.
holds-code-title = Solo i blocchi con questo codice
holds-one-code = Sono mostrati solo i blocchi con il codice { $code }.
holds-review = revisione
column-since = Bloccato
column-lock = Se ne occupa
hold-lock = Me ne occupo io
hold-locked-by = Se ne occupa
hold-unlock = Rimetti in lista
hold-override = Rileva…
hold-override-title = { $by } si occupa di questo blocco
hold-override-text = Rilevalo solo come supervisore o se vi siete accordati. Quello che non ha finito va perso.
hold-override-do = Rilevalo
hold-yours = Ti occupi di { $name }.

## Customers
customers-title = Clienti
customers-find = E-mail, telefono, nome o id cliente
customers-found = Trovati con { $text }. Ciò che cerchi resta fuori dall'indirizzo e da ogni registro.
customers-shown = { $n ->
    [one] { $count } cliente mostrato
   *[other] { $count } clienti mostrati
  }
customers-last = Ultimo ordine
customers-unit = { $n ->
    [one] ordine
   *[other] ordini
  }
customers-none-title = Ancora nessun cliente
customers-none-text = Chiunque ordini compare qui, con il suo ordine più recente: quante volte ha comprato, com'è andata e se il prossimo ordine passerebbe.
customers-unknown-title = Nessuno trovato
customers-unknown-text = Nessun ordine ha questa e-mail, questo telefono o questo id cliente, in qualsiasi grafia ma per intero. I nomi si cercano dall'inizio di ogni parola, tra gli ultimi 5.000 ordini.
customer-open = Tutto su questo acquirente
customer-previous = Cliente precedente
customer-next = Cliente successivo
customer-back-key = Torna ai clienti (u)
customer-allow = Aggiungi alla lista consentiti…
customer-nameless = Senza nome
customer-unknown-title = Nessun cliente così
customer-unknown-text = Nessun ordine di questo negozio ha questa chiave. Può essere stata cancellata o cambiata nel negozio.
customer-joined = uniti per e-mail, telefono, id cliente e pagamento
customer-newest = i { $n } più recenti su { $joined } sono mostrati e sommati
customer-first = Primo ordine
customer-sum = Ordinato
customer-lost = Annullato o rifiutato
customer-unclaimed = Pacchi non ritirati
pass-label = Questo acquirente passerebbe ora?
pass-good = Ora passerebbe: { $why }
pass-marked = Ora passerebbe, segnalato: { $why }
pass-held = Ora verrebbe bloccato: { $why }
pass-from = Passa dal { $when }, se fino ad allora non succede nulla.
pass-never = Ciò che lo blocca non scade da solo.
pass-text = Riferito a un altro ordine come il più recente, effettuato ora. Nulla viene salvato.
pass-unknown = I campi dell'ordine più recente sono stati cancellati o non erano leggibili: non si può dire se il prossimo passerebbe.
reasons-title = Motivi
reasons-none = Nessuna voce e nessuna regola corrisponderebbe.
column-lapses = Scade
lapses-never = non da solo
labels-title = Riscontri
label-blocked = Bloccato
label-not_blocked = Non bloccato
label-fraud = Frode
label-legitimate = Legittimo
label-chargeback = Storno
label-refund_abuse = Abuso di rimborsi
label-unsure = Incerto

## Cases
cases-title = Casi
cases-open = Aperti
cases-mine = Miei
cases-unassigned = Non assegnati
cases-snoozed = Rimandati
cases-over = Tempo scaduto
cases-closed = Con risposta
cases-caption = Casi: { $filter }
cases-shown = { $n ->
    [one] { $count } caso mostrato
   *[other] { $count } casi mostrati
  }
cases-asleep = Rimandato fino a
cases-show-open = Mostra i casi aperti
cases-open-title = Nessun caso è aperto
cases-open-text = Un caso si apre quando un ordine lasciato passare si rivela una frode: lo dice una persona o il fornitore del pagamento, oppure corrisponde una nuova voce o regola. In cima sta quello con meno tempo per fermare il pacco.
cases-mine-title = Nessun caso è tuo
cases-mine-text = “Prendi il prossimo” ti dà il caso più urgente di cui nessuno si occupa.
cases-unassigned-title = Qualcuno si occupa di ogni caso aperto
cases-unassigned-text = Un caso che nessuno ha preso attende qui finché il pacco può ancora essere fermato.
cases-snoozed-title = Nessun caso è rimandato
cases-snoozed-text = Un caso rimandato resta fuori dagli elenchi fino al suo momento; il suo tempo continua a scorrere.
cases-over-title = Nessun caso aperto è in ritardo
cases-over-text = Quando il tempo per fermare scade prima di una risposta, il caso attende qui la sua risposta.
cases-closed-title = Nessun caso ha ancora una risposta
cases-closed-text = Le risposte insegnano a Ordergate quali voci e regole sono giuste.
column-left = Tempo rimasto
column-order = Ordine
column-why = Perché
column-assignee = Assegnato a
column-opened = Aperto
nobody = nessuno
window-over-short = Tempo scaduto
span-days = { $days } g
span-hours = { $hours } h
span-minutes = { $minutes } min
cause-check = Nuovo controllo
cause-declined = Rifiutato
cause-fraud = Frode
cause-dispute = Pagamento contestato
resolution-blocked = Bloccato
resolution-not_blocked = Non bloccato
resolution-too_late = Troppo tardi
case-title = Caso dell'ordine { $number }
case-next = Prendi il prossimo
case-previous = Caso precedente
case-following = Caso successivo
case-back-key = Torna ai casi (u)
case-order = Apri l'ordine
case-unknown-title = Caso inesistente
case-unknown-text = Questo negozio non ha un caso con questo id.
case-window = Tempo per fermare la consegna
case-left = Restano { $left } per fermare la consegna
case-over = Il tempo per fermare la consegna è scaduto
case-facts = Caso
case-answer = Risposta
case-deadline = Da fermare entro
case-opened = Aperto
case-opened-by = Aperto da
case-cause = Causa
case-asleep-until = Rimandato fino a
case-take = Prendilo
case-taken = Il caso è tuo.
case-give-back = Restituiscilo
case-given-back = Ora nessuno si occupa del caso.
case-assign = Assegna…
case-assign-title = Assegna il caso dell'ordine { $number }
case-assign-help = Vuoto: nessuno.
case-assign-do = Assegna
case-note = Nota
case-note-title = Nota sul caso dell'ordine { $number }
case-note-help = La vede chiunque guardi questo caso.
case-note-missing = Prima scrivi la nota.
case-note-do = Aggiungi la nota
case-snooze = Rimanda
case-snooze-title = Rimanda il caso dell'ordine { $number }
case-snooze-text = Esce dagli elenchi per questo tempo. Il tempo per fermare la consegna continua a scorrere.
case-nap-late = dopo il tempo per fermare
case-sleeps = Il caso è rimandato.
case-wake = Riprendilo
case-awake = Di nuovo in elenco
case-final = Una risposta è definitiva. Insegna a Ordergate quali voci e regole sono giuste.
case-blocked-title = Ordine { $number }: la consegna è stata fermata
case-blocked-text = Il pacco non è partito o è tornato in tempo.
case-blocked-do = Rispondi: bloccato
case-not_blocked-title = Ordine { $number }: la consegna parte
case-not_blocked-text = L'ordine va bene, o nessuno vuole fermarlo.
case-not_blocked-do = Rispondi: non bloccato
case-too_late-title = Ordine { $number }: era troppo tardi
case-too_late-text = Il pacco era partito prima che qualcuno potesse fermarlo. Questo non insegna nulla su voci e regole.
case-too_late-do = Rispondi: troppo tardi
case-was-blocked = Bloccato: la consegna è stata fermata
case-was-not_blocked = Non bloccato: la consegna è partita
case-was-too_late = Troppo tardi: il pacco era partito
linked-title = Altri ordini di questo acquirente
linked-count = { $n ->
    [0] nessuno
    [one] { $n } ordine
   *[other] { $n } ordini
  }
linked-none = Nessun altro ordine condivide con questo un'e-mail, un telefono, un cliente o un pagamento.
action-case-opened = Caso aperto
action-case-turned = Segnalato di nuovo
action-case-note = Nota
action-case-assigned = Assegnato a
action-case-snoozed = Rimandato fino a
action-case-resolved = Risposta data
action-case-mail_queued = E-mail in coda
action-case-mail_sent = E-mail inviata
action-case-mail_dead = E-mail non inviata
action-case-mail_expired = E-mail non più inviata
action-case-mail_bounced = E-mail tornata indietro
actor-contact = Contatto

# Users and roles.
keys-here = In questa pagina
keys-select = Seleziona la riga
bar-user = Il tuo ruolo: { $role }
role-viewer = Osservatore
role-analyst = Analista
role-approver = Approvatore
role-admin = Amministratore
role-viewer-help = Vede tutto e non cambia nulla.
role-analyst-help = Inoltre trattiene ordini, inserisce acquirenti nella lista, prende casi e scrive note.
role-approver-help = Inoltre rilascia e annulla ordini, risponde ai casi, modifica e pubblica le regole.
role-admin-help = Inoltre modifica impostazioni, contatti, chiavi, connessioni e utenti.
role-note = Vedi questa pagina come { $role }. Per modificarla serve il ruolo { $needed }; può dartelo un amministratore.
settings-tab-users = Utenti
users-text = Persone che accedono a questo negozio. I contatti, che ricevono solo e-mail, non sono utenti.
user-invite = Invita qualcuno
user-invite-do = Crea il link
user-edit = Modifica utente
user-role = Ruolo
user-name-help = Casi, blocchi e registro lo chiamano così. Un nome non si usa due volte.
user-name-missing = Scrivi il nome dell’utente.
user-you = Tu
user-last-admin = L’unico amministratore: prima nomina qualcun altro amministratore.
user-seen = Accesso
user-never = Non ha ancora fatto l’accesso
user-passkeys = { $n ->
    [0] Nessuna passkey
    [one] Una passkey
   *[other] { $n } passkey
}
user-link = Nuovo link
user-link-title = Un link per { $name }
user-link-text = Chi lo apre accede come questo utente: non inviarlo a nessun altro. Funziona una volta.
user-link-until = Scade
user-link-copy = Copia il link
user-link-done = L’ho preso
user-saved = Salvato. Vale dal suo prossimo passo.
user-remove = Rimuovi
user-remove-title = Rimuovi { $name }
user-remove-text = Viene disconnesso subito e non può più accedere. Ciò che ha fatto resta nel registro con il suo nome.
user-removed = Rimosso.
action-user-invited = Utente invitato
action-user-changed = Utente modificato
action-user-removed = Utente rimosso
action-user-link_made = Link di accesso creato
action-user-signed_in = Accesso effettuato

# The engine beside the editor, and edits that met.
cost-title = Costo nel caso peggiore
cost-all = Tutte le regole attive: { $steps } passi su { $budget }.
cost-rule = Questa regola: { $steps } passi.
cost-unknown = Si misura quando nella bozza non c’è più nulla di errato.
cost-measuring = Misurazione in corso…
conflict-title = Nel frattempo qualcuno l’ha modificato
conflict-text = Il tuo testo è ancora qui. Salvando prende il posto del suo:
conflict-removed = È stato tolto dalla bozza. Il tuo testo è ancora qui; salvando viene aggiunto di nuovo.
conflict-take = Prendi il suo
action-variable-added = Variabile aggiunta alla bozza
action-variable-replaced = Variabile della bozza modificata
action-variable-removed = Variabile tolta dalla bozza
action-list-added = Lista aggiunta alla bozza
action-list-replaced = Lista della bozza modificata
action-list-removed = Lista tolta dalla bozza
action-key-added = Chiave API creata
action-key-changed = Chiave API modificata
action-key-rotated = Chiave API sostituita
action-key-revoked = Chiave API revocata
action-endpoint-added = Endpoint webhook creato
action-endpoint-rotated = Segreto del webhook sostituito
action-endpoint-removed = Endpoint webhook rimosso
action-delivery-replayed = Consegna riletta
action-connection-set = Connessione creata
action-connection-removed = Connessione rimossa
action-contact-added = Contatto aggiunto
action-contact-replaced = Contatto modificato
action-contact-removed = Contatto rimosso
action-contact-tested = E-mail di prova inviata
action-mail-retried = E-mail inviata di nuovo
action-passkey-added = Passkey aggiunta
action-passkey-removed = Passkey rimossa
action-session-ended = Sessione terminata
action-privacy-exported = Dati personali esportati
action-privacy-erased = Dati personali cancellati
action-order-labelled = Etichettato
action-order-erased = Dati personali cancellati dall’ordine
audit-order = Ordine
audit-case = Caso
audit-entry = Voce
audit-rule = Regola
audit-variable = Variabile
audit-list = Lista
