### Every word of the admin page, in Polish. The words for things are those of the product's mails.

## Frame
product = Ordergate
nav = Główna nawigacja
language = Język
menu = Menu
nav-group-work = Praca
nav-group-lists = Listy i reguły
nav-today = Dzisiaj
nav-cases = Sprawy
nav-holds = Wstrzymania
nav-orders = Zamówienia
nav-customers = Klienci
nav-blacklist = Czarna lista
nav-rules = Reguły
nav-group-setup = Konfiguracja
nav-contacts = Kontakty
nav-settings = Ustawienia
nav-outbox = Skrzynka nadawcza
nav-install = Instalacja
skip = Przejdź do treści
sign-out = Wyloguj się
loading = Wczytywanie…
refresh = Odśwież
retry = Spróbuj ponownie
close = Zamknij
cancel = Wróć
dismiss = Ukryj
undo = Cofnij
save = Zapisz
edit = Edytuj
copy = Kopiuj
copied = Skopiowano
copy-failed = Przeglądarka na to nie pozwoliła: zaznacz tekst i skopiuj go.
secret-once = Jest widoczny tylko ten jeden raz. Przechowuj go tam, gdzie odczyta go tylko Twój serwer.
secret-kept = Mam go zapisany
never = Nigdy
on = włączone
off = wyłączone
required = (wymagane)
load-more = Wczytaj więcej
colon = :
time-now = teraz
theme-button = Motyw: { $theme }. Przełącz na { $next }
theme-system = systemowy
theme-light = jasny
theme-dark = ciemny

window-title = { $view } · Ordergate
window-today = Dzisiaj
window-cases = Sprawy
window-case = Sprawa
window-holds = Wstrzymania
window-orders = Zamówienia
window-order = Zamówienie
window-customers = Klienci
window-customer = Klient
window-blacklist = Czarna lista
window-rules = Reguły
window-contacts = Kontakty
window-settings = Ustawienia
window-outbox = Skrzynka nadawcza
window-install = Instalacja
window-signed-out = Wylogowano
window-unknown = Nie znaleziono
missing-title = Ta część strony się nie wczytała
missing-text = Nie ma połączenia albo Ordergate zostało zaktualizowane po otwarciu tej strony. Nic nie zostało zmienione.
missing-reload = Wczytaj stronę ponownie
unknown-title = Pod tym adresem nic nie ma
unknown-text = Adres może zawierać błąd albo należy do nowszej wersji tej strony.

keys-button = Skróty
keys-title = Skróty klawiszowe
keys-go = Przejdź do
keys-switch = Skróty jednoklawiszowe są włączone

## Signed out
signed-out-title = Wymagane logowanie
signed-out-after = Wylogowano
signed-out-or = Albo poproś o link do logowania:
access-sign-in = Zaloguj się przez Cloudflare Access
passkey-sign-in = Zaloguj się kluczem dostępu
passkey-cancelled = Nie użyto klucza dostępu. Spróbuj ponownie albo użyj linku.
passkey-there = Na tym urządzeniu jest już Twój klucz dostępu.
passkey-note = Do logowania potrzebujesz linku. Z kluczem dostępu nie będzie potrzebny.
passkey-note-later = Nie teraz
passkeys-title = Twoje klucze dostępu
passkeys-text = Klucz dostępu loguje Cię odciskiem palca, twarzą lub blokadą ekranu urządzenia, w każdym sklepie, do którego należysz. Nie przechowujemy tu niczego, co można by ukraść.
passkeys-none = Nie masz jeszcze klucza dostępu.
passkeys-name = Klucze dostępu wymagają nazwy w pasku adresu, a nie liczby:
passkey-add = Dodaj klucz dostępu
passkey-add-text = Przeglądarka poprosi Cię o zgodę, a urządzenie utworzy klucz dostępu.
passkey-go-on = Dalej
passkey-name = Twoja nazwa klucza
passkey-name-first = Klucz dostępu { $number }
passkey-name-missing = Nadaj mu nazwę, aby odróżnić go od innych.
passkey-added = dodano
passkey-used = użyto
passkey-remove = Usuń { $name }
passkey-remove-action = Usuń klucz dostępu
passkey-remove-text = Nie będzie już Cię logować. Usuń go też z urządzenia.
passkey-is-added = Dodano klucz dostępu. Następnym razem możesz się nim zalogować.
passkey-is-removed = Usunięto klucz dostępu.
sessions-title = Gdzie trwają Twoje sesje
sessions-title-all = Kto jest zalogowany
sessions-text = Sesja kończy się sama po 30 minutach bez użycia, a najpóźniej po 12 godzinach.
session-this = ta sesja
session-begun = od
session-seen = ostatnio używana
session-end = Zakończ
session-ended = Sesja zakończona.
settings-tab-sign-in = Logowanie
signed-out-ask = Poproś o link do logowania:
signed-out-prints = wypisze go
signed-out-once = Link działa jeden raz. Otwórz go w tej przeglądarce, a wrócisz tutaj po zalogowaniu.
signed-out-again = Logowanie gotowe

## Problems
problem-network = Brak połączenia z Ordergate
problem-network-detail = Sprawdź połączenie i spróbuj ponownie. Niczego nie zmieniono.
problem-timeout = Ordergate nie odpowiada
problem-ours = Wystąpił błąd po naszej stronie
problem-refused = Odmówiono wykonania operacji
problem-status = Status { $status }
hidden-character = Ukryty znak { $code }

## States, decisions, effects
state-approved = Zatwierdzone
state-held = Wstrzymane
state-not_checked = Niesprawdzone
state-cancelled = Anulowane
state-shipped = Wysłane
state-released = Zwolnione
state-declined = Odrzucone
state-fraud = Oszustwo
flag-held = Wstrzymane
flag-marked = Oznaczone
flag-not_checked = Niesprawdzone
verdict-approve = Zatwierdź
verdict-review = Zweryfikuj
verdict-decline = Odrzuć
effect-points = Punkty
effect-mark = Oznacz
effect-hold = Wstrzymaj
effect-hold_always = Wstrzymaj zawsze
effect-allow = Przepuść
effect-points-help = Dodaje punkty do sumy. Zamówienie jest wstrzymywane, gdy suma przekracza minimum sklepu.
effect-mark-help = Pokazuje zamówienie jako podejrzane. Niczego nie wstrzymuje.
effect-hold-help = Wstrzymuje zamówienie niezależnie od punktów, chyba że pasuje też wpis „Przepuść”.
effect-hold_always-help = Wstrzymuje zamówienie, nawet gdy pasuje wpis „Przepuść”.
effect-allow-help = Przepuszcza zamówienie bez wstrzymania i oznaczenia; jego punkty pozostają widoczne. Wymaga identyfikatora klienta, odcisku płatności lub co najmniej dwóch pól.
platform-woocommerce = WooCommerce
platform-shopify = Shopify
platform-api = API

## Points
points-none = Brak punktów
points-of-minimum = { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  }, minimum { $minimum }
points-no-minimum = { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  }, minimum nieustawione
points-other-effect = Punkty dodaje tylko skutek „Punkty”
no-minimum = Minimum nie jest ustawione: punkty niczego nie wstrzymują.

## Orders
orders-title = Zamówienia
orders-filters = Pokaż
orders-previous = Poprzednie zamówienie
orders-next = Następne zamówienie
orders-open = Otwórz
orders-caption = Zamówienia: { $filter }
orders-shown = { $n ->
    [one] Pokazano { $count } zamówienie
    [few] Pokazano { $count } zamówienia
    [many] Pokazano { $count } zamówień
   *[other] Pokazano { $count } zamówienia
  }
orders-find = Szukaj po numerze zamówienia
orders-narrow = Filtry
orders-more = { $n ->
    [0] Filtry
   *[other] Filtry: { $n }
  }
orders-clear = Wyczyść filtry
orders-any = Dowolne
orders-number = Zamówienia o numerze { $number }, niezależnie od stanu.
narrow-state = Stan
narrow-decision = Decyzja
narrow-points = Punkty co najmniej
narrow-from = Złożone od
narrow-to = Złożone do
filter-all = Wszystkie
filter-held = Wstrzymane
filter-marked = Oznaczone
filter-not_checked = Niesprawdzone
filter-approved = Zatwierdzone
filter-released = Zwolnione
column-number = Zamówienie
column-buyer = Kupujący
column-city = Miasto
column-placed = Złożono
column-total = Kwota
column-points = Punkty
column-state = Stan
column-platform = Platforma
empty-show-all = Pokaż wszystkie
empty-all-title = Nie ma jeszcze zamówień
empty-all-text = Zamówienia pojawią się tutaj, gdy tylko sklep je wyśle: przez swój webhook lub przez POST /v1/orders.
empty-held-title = Żadne zamówienie nie jest wstrzymane
empty-held-text = Zamówienie jest wstrzymywane, gdy jego punkty przekraczają minimum albo gdy pasuje wpis ze skutkiem „Wstrzymaj”. Wtedy czeka tutaj.
empty-marked-title = Żadne zamówienie nie jest oznaczone
empty-marked-text = Każdy pasujący wpis z czarnej listy oznacza zamówienie jako podejrzane. Oznaczone zamówienia nie są wstrzymywane; powody są na stronie zamówienia.
empty-not_checked-title = Sprawdzono wszystkie zamówienia
empty-not_checked-text = Gdy zamówienia nie da się sprawdzić z powodu nieczytelnego pola lub błędu po naszej stronie, czeka ono tutaj z podanym powodem. Nigdy nie przechodzi niezauważone.
empty-approved-title = Brak zatwierdzonych zamówień
empty-approved-text = Tutaj są zamówienia, które przeszły sprawdzenie.
empty-released-title = Brak zwolnionych zamówień
empty-released-text = Tutaj są zamówienia, które były wstrzymane i które ktoś zwolnił, aż do ich wysłania.
empty-none-title = Nie ma takiego zamówienia
empty-none-text = Bez tych filtrów mogą być inne zamówienia. Numer trzeba podać w całości.

## Order
order-title = Zamówienie { $number }
order-placed = Złożono
order-received = Otrzymano
order-back-key = Wróć do zamówień (u)
order-add = Dodaj do czarnej listy…
act-hold = Wstrzymaj…
act-release = Zwolnij…
act-hold-title = Wstrzymaj zamówienie { $number }
act-release-title = Zwolnij zamówienie { $number }
act-hold-text = Nie można go realizować, dopóki ktoś go nie zwolni.
act-release-text = Można je wysłać. Może je ponownie wstrzymać tylko nowe sprawdzenie po zmianie zamówienia w sklepie.
act-hold-do = Wstrzymaj zamówienie
act-release-do = Zwolnij zamówienie
act-release-edit = Zwolnij i edytuj w sklepie
act-hold-done = Zamówienie jest wstrzymane.
act-release-done = Zamówienie jest zwolnione.
act-comment = Komentarz
act-comment-help = Widzi go każdy, kto ogląda to zamówienie.
act-comment-missing = Podaj powód. Zobaczy go następna osoba, która obejrzy to zamówienie.
order-unread = Pól zamówienia nie udało się odczytać, więc nie ma adresu, kupującego ani pozycji do pokazania. Nadesłane dane są zapisane tak, jak nadeszły.
order-unknown-title = Nie ma takiego zamówienia
order-unknown-text = Ten sklep nie ma zamówienia o tym identyfikatorze.
held-since = Wstrzymano
decision-label = Decyzja
decision-held = Wstrzymane: { $why }
decision-held-plain = Wstrzymane
decision-held-text = Nie można go realizować, dopóki nie zostanie zwolnione.
decision-held-by-hand = Wstrzymane ręcznie
decision-case = Jest otwarta sprawa: na zatrzymanie wysyłki zostało { $hours } h { $minutes } min.
decision-case-over = Jest otwarta sprawa. Czas na zatrzymanie wysyłki minął.
decision-by-hand-text = Kto: { $actor }.
decision-check-says = Sprawdzenie: { $why }
decision-not-checked = Niesprawdzone: { $reason }
decision-update-not-checked = Późniejszej zmiany nie odczytano. { $unread }
decision-not-checked-text = Nie podjęto decyzji o tym zamówieniu. Obejrzyj je przed wysłaniem.
decision-marked = Oznaczone: { $why }
decision-marked-text = Jest pokazywane jako podejrzane; nic nie jest wstrzymane.
decision-approved = Zatwierdzone: { $why }
decision-released = Zwolnione po wstrzymaniu
decision-cancelled = Anulowane
decision-shipped = Wysłane
decision-declined = Odrzucone
decision-fraud = Oszustwo
why-over = { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  }, powyżej minimum { $minimum }.
why-under = { $matches ->
    [one] jedno dopasowanie
    [few] { $matches } dopasowania
    [many] { $matches } dopasowań
   *[other] { $matches } dopasowania
  }, { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  }, nie więcej niż minimum { $minimum }.
why-no-minimum = { $matches ->
    [one] jedno dopasowanie
    [few] { $matches } dopasowania
    [many] { $matches } dopasowań
   *[other] { $matches } dopasowania
  }, { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  }.
why-hold = dopasowanie ze skutkiem „Wstrzymaj”.
why-hold-always = dopasowanie ze skutkiem „Wstrzymaj zawsze”.
why-allowed = pasuje wpis „Przepuść”; { $score ->
    [one] { $score } punkt go nie wstrzymuje
    [few] { $score } punkty go nie wstrzymują
    [many] { $score } punktów go nie wstrzymuje
   *[other] { $score } punktu go nie wstrzymuje
  }.
why-decline = { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  }, powyżej progu odrzucenia tego sklepu.
why-no-match = nie pasuje żaden wpis ani żadna reguła.
why-skipped = sprawdzanie było wyłączone ({ $skipped }).

matches-title = Dopasowania
matches-none = Do tego zamówienia nie pasuje żaden wpis ani żadna reguła.
column-reason = Powód
column-matched = Pasujące pola
column-places = Miejsca
column-effect = Skutek
source-entry = Wpis
source-rule = Reguła
places-title = Miejsca
place-billing = Adres rozliczeniowy
place-shipping = Adres dostawy
place-customer = Klient
place-line = Pozycja { $n }
tax-id = NIP
hit-title = Pasuje: { $field }
hit-spoken = (pasuje)
buyer-title = Kupujący
fact-name = Imię i nazwisko
fact-browser = Przeglądarka
fact-group = Grupa
fact-orders = Wcześniejsze zamówienia
fact-since = Klient od
fact-payment = Płatność
fact-card = Karta
fact-channel = Kanał
payment-cod = Płatność przy odbiorze
lines-title = Pozycje
lines-count = { $n ->
    [one] { $n } pozycja
    [few] { $n } pozycje
    [many] { $n } pozycji
   *[other] { $n } pozycji
  }
column-product = Produkt
column-quantity = Ilość
column-price = Cena
check-title = Sprawdzenie
check-decision = Decyzja
check-at = Sprawdzono
check-said = { $verdict }, { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  }
check-snapshot = Migawka
check-entries = Wpisy do numeru
check-engine = Silnik
check-normaliser = Normalizator
check-data = Dane
checks-title = Wszystkie sprawdzenia
checks-count = { $n ->
    [one] { $n } sprawdzenie
    [few] { $n } sprawdzenia
    [many] { $n } sprawdzeń
   *[other] { $n } sprawdzenia
  }
checks-line = { $score ->
    [one] { $score } punkt
    [few] { $score } punkty
    [many] { $score } punktów
   *[other] { $score } punktu
  } · { $matches ->
    [one] { $matches } dopasowanie
    [few] { $matches } dopasowania
    [many] { $matches } dopasowań
   *[other] { $matches } dopasowania
  } · migawka { $snapshot }
check-kind-placed = przy złożeniu
check-kind-updated = po zmianie
check-kind-recheck = sprawdzono ponownie
timeline-title = Historia
actor-engine = Ordergate
actor-api = API
actor-staff = Obsługa
actor-operator = Operator
actor-woocommerce = WooCommerce
actor-shopify = Shopify
action-order-checked = Sprawdzono
action-order-updated = Zmieniono w sklepie
action-order-held = Wstrzymano
action-order-released = Zwolniono
action-order-released_to_edit = Zwolniono do zmiany w sklepie
action-order-cancelled = Anulowano
action-order-shipped = Wysłano
action-order-not_checked = Nie sprawdzono
action-order-late = Starsza wersja nadeszła z opóźnieniem
action-order-rechecked = Sprawdzono ponownie
action-order-reopened = Przywrócono w sklepie
action-order-approved = Zatwierdzono
action-order-declined = Odrzucono
action-order-fraud = Potwierdzono oszustwo
action-order-disputed = Zakwestionowano płatność
action-order-cancel_asked = Poproszono o anulowanie
action-order-refund_asked = Poproszono o zwrot pieniędzy
action-hold-locked = Ktoś zajął się wstrzymaniem
action-hold-lock_taken_over = Przejęto wstrzymanie
action-hold-unlocked = Oddano wstrzymanie
action-entry-added = Dodano wpis
action-entry-replaced = Zmieniono wpis
action-entry-removed = Usunięto wpis
action-entries-imported = Zaimportowano wpisy
action-entries-exported = Wyeksportowano wpisy
action-orders-exported = Wyeksportowano zamówienia
action-rule-added = Dodano regułę do szkicu
action-rule-replaced = Zmieniono regułę w szkicu
action-rule-removed = Usunięto regułę ze szkicu
action-settings-replaced = Zmieniono ustawienia w szkicu
action-snapshot-published = Opublikowano migawkę
action-shop-settings = Zmieniono ustawienia sklepu
action-shop-created = Utworzono sklep
action-command-retried = Ponownie przekazano sklepowi
action-command-hold_confirmed = Sklep wstrzymał zamówienie
action-command-hold_given_up = Nie udało się przekazać sklepowi wstrzymania
action-command-release_confirmed = Sklep zwolnił zamówienie
action-command-release_given_up = Nie udało się przekazać sklepowi zwolnienia
action-command-cancel_confirmed = Sklep anulował zamówienie
action-command-cancel_given_up = Nie udało się przekazać sklepowi anulowania
action-command-refund_confirmed = Sklep zwrócił pieniądze
action-command-refund_given_up = Nie udało się przekazać sklepowi zwrotu pieniędzy
custom-title = Pola sklepu
notes-title = Jak odczytano nadesłane dane
mails-title = Wiadomości
mails-count = { $n ->
    [0] brak
    [one] { $n } wiadomość
    [few] { $n } wiadomości
    [many] { $n } wiadomości
   *[other] { $n } wiadomości
  }
mails-none = O tym zamówieniu nie napisano żadnej wiadomości. Kontakty są powiadamiane, gdy sprawdzenie wstrzyma lub oznaczy zamówienie.
mail-state-pending = Oczekuje
mail-state-leased = Wysyłanie
mail-state-sent = Wysłana
mail-state-retry = Do ponowienia
mail-state-dead = Niewysłana
mail-state-expired = Już nie zostanie wysłana
mail-state-written = Zapisana
mail-written-help = Ten sklep nie ma jeszcze usługi pocztowej: wiadomość zapisano w skrzynce nadawczej i nie wysłano jej dalej.
mail-due = Zaplanowana
mail-again = Następna próba
mail-gave-up = { $attempts ->
    [one] zaniechano po jednej próbie
    [few] zaniechano po { $attempts } próbach
    [many] zaniechano po { $attempts } próbach
   *[other] zaniechano po { $attempts } próby
  }
mail-error = Ostatni błąd:
mail-as = Pokaż jako
mail-text = Tekst
mail-html = HTML
mail-frame = Wiadomość jako HTML

## Blacklist
lists = Listy
list-blacklist = Czarna lista
list-allow_list = Biała lista
find-label = Znajdź wpis
find-placeholder = Szukaj we wczytanych wpisach
one-entry = Widać tylko wpis, który pasował.
entries-caption = Wpisy na czarnej liście
column-fields = Pola, wszystkie muszą pasować
column-added = Kto dodał
column-expires = Wygasa
column-hits = Trafienia
column-remove = Usuń
last-hit = ostatnie
entries-shown = { $n ->
    [one] Pokazano { $count } wpis
    [few] Pokazano { $count } wpisy
    [many] Pokazano { $count } wpisów
   *[other] Pokazano { $count } wpisu
  }
entries-found = Wczytane wpisy: { $count } z { $loaded }
entries-none-title = Czarna lista jest pusta
entries-none-text = Wpis zawiera jedno lub więcej pól, na przykład e-mail albo nazwisko z miastem. Zamówienie jest oznaczane, gdy pasują wszystkie. Wpis obowiązuje od następnego sprawdzenia.
entries-found-title = Nic nie znaleziono
entries-found-text = Żaden wczytany wpis nie zawiera tych słów. Wczytaj więcej wpisów lub wpisz mniej słów.
entries-gone-title = Tego wpisu nie ma już na czarnej liście
entries-gone-text = Usunięto go po tym, jak pasował. Sprawdzenie zamówienia zachowuje jego powód i punkty.
default-points = domyślne
default-points-title = Domyślne punkty tego pola, według ustawień z chwili sprawdzenia
entry-add = Dodaj wpis
entry-edit = Edytuj wpis: { $name }
entry-changed = Zmieniono wpis. Obowiązuje od następnego sprawdzenia.
entries-allow-title = Biała lista jest pusta
entries-allow-text = Wpis na białej liście przepuszcza zamówienia znanych Ci osób bez wstrzymania i oznaczenia; ich punkty pozostają widoczne. Wymaga identyfikatora klienta, odcisku płatności lub co najmniej dwóch pól.
edit-title = Edytuj wpis
allow-title = Dodaj do białej listy
add-kept = { $day }, bez zmian
preview-wait = Gdy pola będą wypełnione, zobaczysz, do których z najnowszych zamówień wpis by pasował.
preview-looking = Przeglądanie najnowszych zamówień…
preview-found = Wpis pasowałby do { $n ->
    [0] żadnego
    [one] jednego
    [few] { $n }
    [many] { $n }
   *[other] { $n }
  } z ostatnich { $checked } zamówień.
preview-free = { $n ->
    [one] Jedno z nich nie zostało wstrzymane.
    [few] { $n } z nich nie zostały wstrzymane.
    [many] { $n } z nich nie zostało wstrzymanych.
   *[other] { $n } z nich nie zostało wstrzymane.
  }
preview-more = i jeszcze { $n }
import = Importuj…
export = Eksportuj
import-title = Importuj wpisy
import-text = Plik CSV, którego pierwszy wiersz zawiera nazwy pól. Niepotrzebne pola można pominąć; wiersz bez identyfikatora (id) to nowy wpis.
import-copy = Kopiuj pierwszy wiersz
import-file = Plik
import-no-file = Wybierz plik.
import-try = Przejrzyj plik
import-do = { $n ->
    [one] Importuj jeden wpis
    [few] Importuj { $n } wpisy
    [many] Importuj { $n } wpisów
   *[other] Importuj { $n } wpisu
  }
import-done = { $n ->
    [one] Zaimportowano jeden wpis. Obowiązuje od następnego sprawdzenia.
    [few] Zaimportowano { $n } wpisy. Obowiązują od następnego sprawdzenia.
    [many] Zaimportowano { $n } wpisów. Obowiązują od następnego sprawdzenia.
   *[other] Zaimportowano { $n } wpisu. Obowiązują od następnego sprawdzenia.
  }
import-found = Nowe: { $new }, zmienione: { $changed }, bez zmian: { $same }, nieprawidłowe: { $invalid }.
import-mend = Dopóki jakiś wiersz jest nieprawidłowy, nic nie zostanie zaimportowane. Popraw plik i wybierz go ponownie.
import-nothing = Nie ma czego importować: wszystko jest już na liście.
import-ready = Niczego jeszcze nie zmieniono.
import-lines = Wiersze pliku
import-line = Wiersz { $line }:
import-new = nowy
import-changed = zmieniony
import-invalid = nieprawidłowy
import-more = i dalsze wiersze: { $count }
entry-added = Dodano wpis. Obowiązuje od następnego sprawdzenia.
entry-removed = Usunięto wpis
entry-again = Dodano wpis ponownie
entry-remove = Usuń wpis: { $name }
entry-no-field = Wypełnij co najmniej jedno pole.
entry-no-reason = Podaj powód. Widzi go każdy, kto weryfikuje zamówienie.
entry-no-points = Przy kilku polach trzeba podać punkty.
entry-bad-points = Liczba całkowita od −1000 do 1000.
add-title = Dodaj do czarnej listy
add-title-order = Dodaj do czarnej listy z zamówienia { $number }
add-fields = Pola
add-fields-help = Wszystkie wypełnione pola muszą pasować. Pola imienia, nazwiska i adresu muszą pasować w jednym miejscu.
add-more = Więcej pól
add-effect = Skutek
add-points = Punkty
add-points-help = Puste: domyślne punkty pola.
add-points-off = Tylko przy skutku „Punkty”.
add-reason = Powód
add-reason-help = Widzi go każdy, kto weryfikuje pasujące zamówienie.
add-expires = Wygasa
add-months = { $n ->
    [one] Za { $n } miesiąc
    [few] Za { $n } miesiące
    [many] Za { $n } miesięcy
   *[other] Za { $n } miesiąca
  }
add-expires-help = Potem wpis przestaje pasować. Najwyżej 36 miesięcy.
add-never-help = Wpis pozostaje, dopóki nie zostanie usunięty. Wyjaśnij to w powodzie.

## Rules and what is published
rules-title = Reguły
rules-back = Wróć do reguł
rules-shadow = Te reguły są w sklepie od początku i są wyłączone. Włącz te, które do niego pasują, a potem opublikuj.
rules-none-title = Nie ma reguł
rules-none-text = Reguła to warunek dotyczący zamówienia, na przykład order.total > 500, i liczba punktów, którą jest wart. Wszystkie aktywne reguły działają przy każdym sprawdzeniu.
part-add-rule = Nowa reguła
part-remove-rule = Usuń regułę
part-removed-rule = Usunięto regułę ze szkicu
rule-switch = Aktywna: { $name }
rule-on = Włączono w szkicu. Opublikuj, aby obowiązywała.
rule-off = Wyłączono w szkicu. Opublikuj, aby przestała obowiązywać.
part-name-help-rule = Przy weryfikacji widać ją jako powód dopasowania.
rule-when = Warunek
rule-use = Użyj { $word }
rule-visibility = Kto może ją odczytać
rule-private = Tylko ten sklep
rule-private-help = Nigdy nie opuszcza Ordergate.
rule-public = Publiczna
rule-public-warning = Publiczną regułę może odczytać każdy: jest wysyłana do przeglądarki każdego kupującego.
rule-points-help = Od −1000 do 1000, dodawane do sumy punktów, gdy warunek jest spełniony.
rule-allow-help = Przepuszcza zamówienie bez wstrzymania i oznaczenia; jego punkty pozostają widoczne.
rule-active = Aktywna
rule-active-help = Nieaktywne reguły nigdy nie działają.
rule-no-name = Nazwij regułę.
rule-no-when = Wpisz warunek.
code-help = Na przykład: payment.method == "cod" and order.total > 500
part-rule = Reguła
part-variable = Zmienna
part-list = Lista
part-saved = Zapisano w szkicu. Opublikuj, aby obowiązywało.
part-no-name = Podaj nazwę, na przykład big_order.
part-gone-title = Nie ma tego już w szkicu
save-draft = Zapisz w szkicu
variable-title = Zmienne
part-add-variable = Nowa zmienna
part-remove-variable = Usuń zmienną
part-removed-variable = Usunięto zmienną ze szkicu
part-none-variable = Zmienna nadaje warunkowi lub liczbie nazwę, której mogą używać reguły.
part-name-help-variable = Litery, cyfry i podkreślenia; pod tą nazwą używają jej reguły.
variable-is = Definicja
list-title = Listy
part-add-list = Nowa lista
part-remove-list = Usuń listę
part-removed-list = Usunięto listę ze szkicu
part-none-list = Lista zawiera wartości do porównania operatorem „in”, na przykład kraje lub artykuły.
part-name-help-list = Litery, cyfry i podkreślenia; pod tą nazwą używają jej reguły.
list-values = Wartości
list-values-help = Po jednej w wierszu.
words-title = Słowa do warunków
words-order = Zamówienie
words-buyer = Kupujący
words-places = Miejsca
words-payment = Płatność i kasa
words-velocity = Wcześniejsze zamówienia
words-lines = Pozycje
words-tests = Operatory
column-on = Wł.
column-name = Nazwa
column-hits-30 = Trafienia, 30 dni
publish-in-force = Obowiązuje migawka { $number }, opublikowana
publish-waiting = { $n ->
    [one] Jedna zmiana czeka na publikację.
    [few] { $n } zmiany czekają na publikację.
    [many] { $n } zmian czeka na publikację.
   *[other] { $n } zmiany czeka na publikację.
  }
publish-review = Przejrzyj i opublikuj…
publish-title = Opublikuj migawkę { $number }
publish-text = Od następnego sprawdzenia zamówienia są sprawdzane według tego, co tu widać. Zamówienia, które można jeszcze zatrzymać, są sprawdzane ponownie.
publish-do = Opublikuj migawkę { $number }
publish-done = Migawka { $number } obowiązuje.
change-added = Dodano
change-changed = Zmieniono
change-removed = Usunięto
change-take-back = Wycofaj
change-taken-back = Wycofano
change-field-name = Nazwa
change-field-when = Warunek
change-field-is = Definicja
change-field-values = Wartości
change-field-points = Punkty
change-field-effect = Skutek
change-field-active = Działanie
change-field-visibility = Kto może odczytać
change-field-minimum_points = Minimum
change-field-decline_points = Odrzucaj powyżej
change-field-default_country = Kraj
change-field-time_zone = Strefa czasowa

## Settings
settings-title = Ustawienia
settings-tab-decision = Punkty i decyzje
settings-tab-shop = Sklep
settings-tab-connections = Połączenia
settings-tab-keys = Klucze API
settings-tab-endpoints = Webhooki
settings-tab-audit = Dziennik zmian
rotate = Wymień
rotated = Wymieniono.
rotate-text = Powstanie nowy. Wprowadź go, zanim stary przestanie działać.
rotate-hours = Jak długo działa jeszcze stary, godziny
rotate-hours-help = Od 0 do 168. Przy 0 przestaje działać od razu.
keys-text = Klucz serwera może w tym sklepie wszystko. Klucz kasy jest widoczny na stronie i może tylko prosić o token kasy.
key-add = Nowy klucz
key-make = Utwórz klucz
key-edit = Edytuj klucz
key-kind = Rodzaj
key-sk = Klucz serwera
key-pk = Klucz kasy
key-sk-help = Tylko na własnych serwerach: kto go ma, może odczytać i zmienić wszystko w tym sklepie.
key-pk-help = Jest na stronie kasy; każdy może go odczytać.
key-name-help = Do czego służy, na przykład magazyn.
key-origins = Strony, które mogą go używać
key-origins-help = Adresy, na przykład https://shop.example, po jednym w wierszu. Puste: każda strona.
key-used = Użyto { $day }
key-unused = Jeszcze nieużywany
key-ends = Przestaje działać
key-made = Klucz
key-made-sk = Twoje serwery wysyłają go jako token Bearer.
key-made-pk = Należy go wpisać w znaczniku script na stronie kasy.
key-revoke = Unieważnij
key-revoke-title = Unieważnij { $name }
key-revoke-text = Od razu przestanie działać. Wszystko, co go używa, będzie odtąd spotykać się z odmową.
key-rotate-title = Wymień { $name }
endpoints-text = Tutaj Twoja platforma przysyła zamówienia, podpisane.
endpoint-add = Nowy endpoint
endpoint-make = Utwórz endpoint
endpoint-made = Endpoint dla { $platform }
endpoint-url = Adres
endpoint-secret = Sekret
endpoint-secret-help = Tylko jeśli platforma pokazuje własny, jak Shopify. Puste: zostanie utworzony.
endpoint-previous = Stary sekret działa do
endpoint-remove = Usuń
endpoint-remove-title = Usuń endpoint dla { $platform }
endpoint-remove-text = Jego adres od razu przestanie działać: dane z platformy nie będą przyjmowane.
endpoint-rotate-title = Wymień sekret dla { $platform }
copy-address = Kopiuj adres
copy-secret = Kopiuj sekret
deliveries = Nadesłane dane
deliveries-title = Dane nadesłane przez { $platform }
delivery-last = Ostatnio nadesłano
delivery-none = Nic jeszcze nie nadesłano
delivery-replay = Przetwórz ponownie
delivery-replayed = Przetworzono ponownie: { $outcome }
outcome-taken = Przyjęto
outcome-late = Z opóźnieniem
outcome-stale = Starsza wersja
outcome-same = Bez zmian
outcome-conflict = Konflikt
outcome-ignored = Pominięto
outcome-unreadable = Nieczytelne
outcome-unknown_order = Nieznane zamówienie
not-set = Nie ustawiono
bad-number = Liczba całkowita albo nic.
confirm-type = Wpisz { $word }, aby potwierdzić
confirm-other = To inne słowo.
switch-title = Główny wyłącznik
switch-now-on = Sprawdzanie jest włączone
switch-now-on-text = Każde zamówienie sklepu jest sprawdzane.
switch-now-off = Sprawdzanie jest wyłączone
switch-now-off-text = Każde zamówienie jest zatwierdzane bez sprawdzenia.
switch-off = Wyłącz sprawdzanie
switch-off-text = Od następnego zamówienia nic nie jest sprawdzane: każde zamówienie jest zatwierdzane, niezależnie od czarnej listy i reguł. Wstrzymane zamówienia pozostają wstrzymane.
switch-on = Włącz sprawdzanie
switch-on-text = Od następnego zamówienia każde jest znów sprawdzane.
switch-publishes = { $n ->
    [one] Zostanie też opublikowana zmiana ze szkicu, która czeka na publikację.
    [few] Zostaną też opublikowane { $n } zmiany ze szkicu, które czekają na publikację.
    [many] Zostanie też opublikowanych { $n } zmian ze szkicu, które czekają na publikację.
   *[other] Zostanie też opublikowane { $n } zmiany ze szkicu.
  }
switch-is-off = Sprawdzanie jest wyłączone.
switch-is-on = Sprawdzanie jest włączone.
decision-title = Kiedy zamówienie jest wstrzymywane
decision-text = Punkty wszystkich dopasowań są sumowane.
minimum = Minimum
minimum-help = Zamówienie z większą liczbą punktów jest wstrzymywane.
decline = Odrzucaj powyżej
decline-help = Opcjonalne. Zamówienie z większą liczbą punktów jest pokazywane jako odrzucone, ale tylko wstrzymywane: odmawiają ludzie.
default-points-heading = Domyślne punkty
default-points-text = Tyle w chwili sprawdzenia dodaje wpis z jednym polem, który nie ma własnych punktów. Puste: nic.
reading-title = Jak odczytywane są zamówienia
default-country = Kraj
default-country-help = Dwie litery, na przykład PL.
time-zone = Strefa czasowa
time-zone-help = Dla order.hour i order.weekday w regułach oraz dla wszystkich godzin na tej stronie.
shop-title = Sklep
shop-saved = Zapisano. Już obowiązuje.
shop-stop_window_hours = Czas na zatrzymanie, godziny
shop-stop_window_hours-help = Jak długo po pierwszym sprawdzeniu można jeszcze zatrzymać wysyłkę. Puste: 24.
shop-review_hours = Czas na weryfikację, godziny
shop-review_hours-help = Starsze wstrzymanie jest pokazywane jako „po terminie”; zamówienie pozostaje wstrzymane. Puste: bez terminu.
shop-codes = Kody wstrzymań
shop-codes-help = Twoje nazwy wstrzymań; według nich filtruje się listę wstrzymań.
shop-code-automatic = Wstrzymane przez sprawdzenie
shop-code-manual = Wstrzymane przez człowieka
shop-list_fields = Dodawanie do czarnej listy
shop-list_fields-help = Pola kopiowane z zamówienia lub od klienta do jednego wpisu. Później wszystkie muszą pasować.
shop-fraud_fields = Potwierdzone oszustwo
shop-fraud_fields-help = Każde z nich staje się wpisem ze skutkiem „Wstrzymaj”, gdy oszustwo zostanie potwierdzone.
shop-kept = Co jest przechowywane
shop-retention_days = Dane osobowe, dni
shop-retention_days-help = Potem są usuwane z zamówień. Puste: 730.
shop-delivery_body_days = Treść nadesłanych danych, dni
shop-delivery_body_days-help = To, co przysłała platforma, w oryginalnej postaci. Puste: 30.
connections-text = Dzięki połączeniu wstrzymania, zwolnienia, anulowania i zwroty same trafiają do sklepu, a zamówienia, których nie przyniósł żaden webhook, są pobierane co 5 minut.
connection-none = Niepołączone
connected = Połączone
connection-failing = Błąd
connection-key-ends = Klucz kończy się na { $ends }
connection-polled = odpytano
connection-not-polled = jeszcze nie odpytano
connection-webhook = { $state ->
    [active] Webhook działa
    [reactivated] Webhook był wyłączony i znów działa
    [recreated] Webhook zniknął i utworzono go na nowo
    [retrying] Webhook zniknął; co godzinę ponawiana jest próba jego utworzenia
   *[missing] Brak webhooka do endpointu tego sklepu
  }
connection-replace = Zmień klucze
connection-remove = Usuń
connection-remove-title = Usuń połączenie z { $platform }
connection-remove-text = Jego klucze zostaną zapomniane. Wstrzymania i zwolnienia pozostaną w Ordergate i nie będą już trafiać do sklepu.
connection-saved = Połączono. Sklep zostanie odpytany w ciągu 5 minut.
connect = Połącz
connect-title = Połącz z { $platform }
connect-text-woocommerce = W WooCommerce, w menu Ustawienia, Zaawansowane, REST API, dodaj klucz z uprawnieniem Odczyt/zapis.
connect-text-shopify = W Shopify, w menu Ustawienia, Aplikacje, utwórz aplikację, która może czytać i zapisywać zamówienia oraz zlecenia realizacji, i zainstaluj ją.
connect-address-woocommerce = Adres sklepu
connect-address-help-woocommerce = Na przykład https://shop.example
connect-address-shopify = Domena
connect-address-help-shopify = Na przykład my-shop.myshopify.com
connect-key = Klucz klienta (consumer key)
connect-secret = Tajny klucz klienta (consumer secret)
connect-token = Token dostępu
connect-secret-help = Przechowywany w postaci zaszyfrowanej i nigdy więcej nie pokazywany.
connect-hold = Wstrzymane zamówienie otrzymuje
connect-hold-note = Prywatną notatkę
connect-hold-status = Prywatną notatkę i status on-hold
connect-hold-note-help = Kupujący nic z tego nie widzą.
connect-hold-status-warning = Kupujący widzą status on-hold na swoim koncie, a WooCommerce wysyła im o tym e-mail.

## Install
install-title = Instalacja
install-api = Własny sklep
install-checkout = Strona kasy
install-endpoint = Utwórz adres, na który będą przysyłane zamówienia
install-endpoint-there = Już istnieje. Adres i sekret pokazano jeden raz; jeśli przepadły, usuń endpoint i utwórz nowy:
install-endpoint-woocommerce = Otrzymasz adres i sekret, widoczne jeden raz. Zachowaj je do następnego kroku.
install-endpoint-shopify = Najpierw skopiuj sekret, który Shopify pokazuje w menu Ustawienia, Powiadomienia, Webhooki: podpisuje on wszystkie przysyłane dane. Otrzymasz adres do następnego kroku.
install-where-woocommerce = Wpisz je w WooCommerce
install-how-woocommerce = Ustawienia, Zaawansowane, Webhooki, Dodaj webhook: status Aktywny, adres w polu Delivery URL, sekret w polu Secret, wersja API 3. Zrób to po razie dla każdego tematu:
install-where-shopify = Wpisz adres w Shopify
install-how-shopify = Ustawienia, Powiadomienia, Webhooki, Utwórz webhook: format JSON, adres w polu URL. Zrób to po razie dla każdego zdarzenia; spory istnieją tylko w Shopify Payments:
install-back = Przekazuj wstrzymania do sklepu
install-back-text = Połącz sklep, aby wstrzymane zamówienie było wstrzymane także tam:
install-seen = Zobacz pierwsze zamówienie
install-seen-how = Złóż zamówienie testowe. Za chwilę pojawi się w Zamówieniach.
install-copy-topic = Kopiuj { $topic }
install-key = Utwórz klucz
install-key-text = Klucz serwera, tylko na własne serwery:
install-pk-text = Klucz kasy z adresem stron sklepu:
install-order = Wysyłaj każde zamówienie
install-order-text = Gdy zostanie złożone i ponownie po każdej zmianie, z nowszym updated_at. Odpowiedź zawiera decyzję. Wymagane są tylko id, placed_at, currency i total; każde dodatkowe pole ulepsza sprawdzenie.
install-ask = Zapytaj przed wysyłką
install-ask-text = Dla wstrzymanego zamówienia odpowiedzią jest false, dopóki ktoś go nie zwolni.
install-tag = Umieść skrypt na stronie kasy
install-tag-text = Ze swoim kluczem kasy w miejscu pk_… i selektorem formularza. Skrypt niczego nie blokuje, a kupujący go nie zauważa.
install-token = Przekaż token dalej
install-token-text = Skrypt dodaje do formularza token jako ordergate_token. Wyślij go z zamówieniem w polu token: brak tokenu albo token z innego koszyka to fakt, z którego mogą korzystać Twoje reguły.
snippet = Tekst do skopiowania

## Outbox
outbox-title = Skrzynka nadawcza
outbox-pending = Oczekujące
outbox-retry = Do ponowienia
outbox-sent = Wysłane
outbox-dead = Niewysłane
outbox-expired = Za późno
outbox-none-title = Nie napisano jeszcze żadnej wiadomości
outbox-none-such = Nie ma takich wiadomości
outbox-none-text = Gdy zamówienie jest wstrzymane lub otwiera się sprawa, są tutaj wiadomości do kontaktów, od pierwszej próby do ostatniej.
mail-kind-hold = Wstrzymanie
mail-kind-mark = Oznaczenie
mail-kind-case = Sprawa
mail-kind-digest = Wiadomość zbiorcza
mail-kind-test = Test
mail-bounced = Wróciła
mail-order = Otwórz zamówienie
mail-retry = Wyślij ponownie
mail-retried = Wiadomość zostanie wysłana ponownie.
stuck-title = Nie przekazano sklepowi
stuck-what = { $what } ({ $platform }), zlecono
command-hold = Wstrzymanie
command-release = Zwolnienie
command-cancel = Anulowanie
command-refund = Zwrot pieniędzy
command-dead = Zaniechano
command-unknown = Nie wiadomo
command-unknown-help = Odpowiedź przepadła. Ordergate pyta sklep, co się stało.
command-retry = Przekaż ponownie
command-retried = Ponownie przekazywane sklepowi.

## Contacts
contacts-title = Kontakty
contacts-bounced = Wiadomości do jednego z kontaktów wracają. Wyślij wiadomość testową albo podaj drugi kanał, który zostanie powiadomiony, gdy wiadomości zawiodą.
contacts-none-title = Nikt jeszcze nie jest powiadamiany
contacts-none-text = Kontakty dostają e-mail, gdy zamówienie jest wstrzymane lub otwiera się sprawa, na czas, aby zatrzymać paczkę. Nie muszą się logować.
contact-add = Nowy kontakt
contact-edit = Edytuj kontakt
contact-saved = Zapisano kontakt
contact-remove = Usuń { $name }
contact-removed = { $name } nie dostaje już wiadomości.
contact-bounced = Wiadomości wracają, pierwszy zwrot
contact-test = Wiadomość testowa:
contact-send-test = Wyślij test
contact-no-name = Podaj, kto to jest.
contact-no-email = Podaj pełny adres.
contact-language = Język
contact-language-help = W nim są wiadomości, daty i kwoty.
contact-hears = Powiadomienia
contact-channel = Drugi kanał
contact-channel-help = Opcjonalny. Twój adres https, na który trafia podpisane żądanie POST, gdy zawiodą trzy wiadomości.
contact-channel-to = Drugi kanał: { $host }
contact-secret-title = Sekret drugiego kanału
contact-secret-about = Każde żądanie POST na ten adres jest podpisane tym sekretem, zgodnie ze Standard Webhooks.
hears-holds = Wstrzymane zamówienia
hears-holds-help = Od razu, z powodami.
hears-cases = Sprawy
hears-cases-help = Od razu, gdy zatwierdzone zamówienie okaże się podejrzane, a wysyłkę można jeszcze zatrzymać.
hears-marks = Oznaczone zamówienia
hears-marks-help = Oznaczenie niczego nie wstrzymuje.
hears-marks-at_once = Oznaczone zamówienia
hears-marks-digest = Oznaczone zamówienia, zbiorczo
hears-nothing = Nic
marks-at_once = Od razu
marks-digest = Zbiorczo co 15 minut
marks-off = Wcale

## Fields
field-first_name = Imię
field-last_name = Nazwisko
field-street = Ulica
field-house_number = Numer domu/mieszkania
field-postcode = Kod pocztowy
field-postcode_extended = Rozszerzony kod pocztowy
field-city = Miasto
field-email = E-mail
field-ip = Adres IP
field-phone = Telefon
field-country = Kraj
field-company = Firma
field-tax_id = NIP
field-customer_id = Identyfikator klienta
field-payment_fingerprint = Odcisk płatności
field-device = Urządzenie
field-email_domain = Domena e-mail

## Today
today-title = Dzisiaj
today-all = Pokaż wszystkie
today-cases = Sprawy, od najpilniejszej
today-cases-none = Żadnej paczki nie trzeba zatrzymywać. Sprawa otwiera się, gdy przepuszczone zamówienie okazuje się oszustwem.
today-holds = Wstrzymane zamówienia, od najdłużej czekających
today-holds-none = Żadne zamówienie nie czeka na decyzję.
tile-cases = Otwarte sprawy
tile-unassigned = { $n ->
    [0] każdą ktoś prowadzi
    [one] { $n } nieprzypisana
    [few] { $n } nieprzypisane
    [many] { $n } nieprzypisanych
   *[other] { $n } nieprzypisanej
  }
tile-holds = Wstrzymane zamówienia
tile-overdue = po terminie weryfikacji: { $n }
tile-over = Sprawy, w których czas minął
tile-not_checked = Niesprawdzone, 7 dni
alerts-title = Co wymaga uwagi
alert-contacts_bouncing = { $n ->
    [one] Wiadomości do { $count } kontaktu wracają: nie dostaje on powiadomień.
    [few] Wiadomości do { $count } kontaktów wracają: nie dostają one powiadomień.
    [many] Wiadomości do { $count } kontaktów wracają: nie dostają one powiadomień.
   *[other] Wiadomości do { $count } kontaktu wracają: nie dostają one powiadomień.
  }
alert-mails_dead = { $n ->
    [one] Nie udało się wysłać { $count } wiadomości z ostatnich 7 dni.
    [few] Nie udało się wysłać { $count } wiadomości z ostatnich 7 dni.
    [many] Nie udało się wysłać { $count } wiadomości z ostatnich 7 dni.
   *[other] Nie udało się wysłać { $count } wiadomości z ostatnich 7 dni.
  }
alert-commands_dead = { $n ->
    [one] Raz nie udało się przekazać sklepowi wstrzymania, zwolnienia, anulowania lub zwrotu pieniędzy.
    [few] { $count } razy nie udało się przekazać sklepowi wstrzymania, zwolnienia, anulowania lub zwrotu pieniędzy.
    [many] { $count } razy nie udało się przekazać sklepowi wstrzymania, zwolnienia, anulowania lub zwrotu pieniędzy.
   *[other] { $count } razu nie udało się przekazać sklepowi wstrzymania, zwolnienia, anulowania lub zwrotu pieniędzy.
  }
alert-polls_failing = { $n ->
    [one] Platforma sklepu nie odpowiada, gdy Ordergate pyta o nowe zamówienia.
    [few] { $count } platformy sklepu nie odpowiadają, gdy Ordergate pyta o nowe zamówienia.
    [many] { $count } platform sklepu nie odpowiada, gdy Ordergate pyta o nowe zamówienia.
   *[other] { $count } platformy sklepu nie odpowiada, gdy Ordergate pyta o nowe zamówienia.
  }
alert-not_checked = { $n ->
    [one] { $count } zamówienie z ostatnich 7 dni nie zostało sprawdzone: nikt nie podjął o nim decyzji.
    [few] { $count } zamówienia z ostatnich 7 dni nie zostały sprawdzone: nikt nie podjął o nich decyzji.
    [many] { $count } zamówień z ostatnich 7 dni nie zostało sprawdzonych: nikt nie podjął o nich decyzji.
   *[other] { $count } zamówienia z ostatnich 7 dni nie zostało sprawdzone: nikt nie podjął o nich decyzji.
  }
chart-title = Zamówienia z 14 dni
chart-says = Zamówienia z 14 dni: { $orders }; wstrzymane: { $held }, oznaczone: { $marked }. Każdy dzień jest w tabeli.
chart-day = { $day }: zamówienia { $orders }, wstrzymane { $held }, oznaczone { $marked }
chart-fine = Przepuszczone
chart-table = Jako tabela
chart-date = Dzień
chart-orders = Zamówienia
chart-held = Wstrzymane
chart-marked = Oznaczone
set-up-title = Konfiguracja
set-up-count = Gotowe: { $done } z { $all }
set-up-done = Gotowe:
set-up-missing = Brakuje:
set-up-orders = Zamówienia nadchodzą
set-up-orders-text = Połącz platformę sklepu albo wysyłaj zamówienia przez POST /v1/orders. Żadne jeszcze nie nadeszło.
set-up-minimum = Minimum jest ustawione
set-up-minimum-text = Dopóki go nie ma, punkty niczego nie wstrzymują.
set-up-stop_window = Czas na zatrzymanie jest ustawiony
set-up-stop_window-text = Przez ile godzin sklep może jeszcze zatrzymać paczkę. Domyślnie 24.
set-up-contacts = Ktoś dostaje wiadomości
set-up-contacts-text = Bez kontaktu nikt nie dowie się o wstrzymaniach i sprawach.
set-up-rules = Reguły są opublikowane
set-up-rules-text = Bez reguł cokolwiek znajduje tylko czarna lista.
set-up-entries = Na czarnej liście są wpisy
set-up-entries-text = Dodaj kupującego, który nie zapłacił, albo zaimportuj listę.

## Selected rows
select = Zaznacz { $name }
select-all = Zaznacz wszystkie widoczne
bulk-chosen = Zaznaczono: { $n }
bulk-clear = Usuń zaznaczenie
bulk-left = Te pozostały bez zmian:
bulk-fields-help = To, co zamówienie ma z tych pól, staje się jednym wpisem; wszystkie muszą pasować.
bulk-fields-newest = U klienta liczy się jego najnowsze zamówienie.
bulk-recheck = Sprawdź ponownie
bulk-recheck-done = { $n ->
    [one] Sprawdzono ponownie { $count } zamówienie.
    [few] Sprawdzono ponownie { $count } zamówienia.
    [many] Sprawdzono ponownie { $count } zamówień.
   *[other] Sprawdzono ponownie { $count } zamówienia.
  }
bulk-now-held = { $n ->
    [one] { $n } z nich jest teraz wstrzymane.
    [few] { $n } z nich są teraz wstrzymane.
   *[other] { $n } z nich jest teraz wstrzymanych.
  }
bulk-hold = Wstrzymaj…
bulk-hold-title = { $n ->
    [one] Wstrzymaj zamówienie { $name }
    [few] Wstrzymaj { $n } zamówienia
    [many] Wstrzymaj { $n } zamówień
   *[other] Wstrzymaj { $n } zamówienia
  }
bulk-hold-text = Nie można ich realizować, dopóki ktoś ich nie zwolni.
bulk-hold-do = Wstrzymaj
bulk-hold-done = { $n ->
    [one] Wstrzymano { $count } zamówienie.
    [few] Wstrzymano { $count } zamówienia.
    [many] Wstrzymano { $count } zamówień.
   *[other] Wstrzymano { $count } zamówienia.
  }
bulk-release = Zwolnij…
bulk-release-title = { $n ->
    [one] Zwolnij zamówienie { $name }
    [few] Zwolnij { $n } zamówienia
    [many] Zwolnij { $n } zamówień
   *[other] Zwolnij { $n } zamówienia
  }
bulk-release-text = Można je wysłać. Ponownie wstrzymać może je tylko nowe sprawdzenie po zmianie zamówienia w sklepie.
bulk-release-do = Zwolnij
bulk-release-done = { $n ->
    [one] Zwolniono { $count } zamówienie.
    [few] Zwolniono { $count } zamówienia.
    [many] Zwolniono { $count } zamówień.
   *[other] Zwolniono { $count } zamówienia.
  }
bulk-cancel = Anuluj…
bulk-cancel-title = { $n ->
    [one] Anuluj zamówienie { $name }
    [few] Anuluj { $n } zamówienia
    [many] Anuluj { $n } zamówień
   *[other] Anuluj { $n } zamówienia
  }
bulk-cancel-text = Sklep otrzyma polecenie anulowania i zwrotu zapłaconej kwoty. Nie można tego cofnąć.
bulk-cancel-do = Anuluj ostatecznie
bulk-cancel-done = { $n ->
    [one] Anulowano { $count } zamówienie.
    [few] Anulowano { $count } zamówienia.
    [many] Anulowano { $count } zamówień.
   *[other] Anulowano { $count } zamówienia.
  }
bulk-cancel-untold = { $n ->
    [one] { $count } zamówienie zapisano jako anulowane. Ordergate nie może połączyć się ze sklepem: anuluj je także tam.
    [few] { $count } zamówienia zapisano jako anulowane. Ordergate nie może połączyć się ze sklepem: anuluj je także tam.
    [many] { $count } zamówień zapisano jako anulowane. Ordergate nie może połączyć się ze sklepem: anuluj je także tam.
   *[other] { $count } zamówienia zapisano jako anulowane. Ordergate nie może połączyć się ze sklepem: anuluj je także tam.
  }
bulk-add_to_blacklist = Dodaj do czarnej listy…
bulk-add_to_blacklist-title = { $n ->
    [one] Dodaj do czarnej listy: { $name }
   *[other] Dodaj do czarnej listy { $n } kupujących
  }
bulk-add_to_blacklist-do = Dodaj do czarnej listy
bulk-add_to_blacklist-done = { $n ->
    [one] { $count } kupujący jest na czarnej liście.
    [few] { $count } kupujących jest na czarnej liście.
    [many] { $count } kupujących jest na czarnej liście.
   *[other] { $count } kupującego jest na czarnej liście.
  }
bulk-export = Eksportuj…
export-title = { $n ->
    [one] Eksportuj { $count } zamówienie
    [few] Eksportuj { $count } zamówienia
   *[other] Eksportuj { $count } zamówień
  }
export-all = Eksportuj wszystkie zamówienia pasujące do filtrów
export-text = Plik CSV, który arkusze kalkulacyjne otwierają bez zmian: jeden wiersz na zamówienie, czas w strefie { $zone }. Żadna komórka nie działa jak formuła. Kolumny:
export-care = Imiona, nazwiska i miasta to dane osobowe: trzymaj plik tak długo, jak go potrzebujesz, potem go usuń. E-maile, telefony i adresy zostają tutaj.
export-reading = Wczytano zamówień: { $count }…
export-do = Zapisz plik
export-done = { $n ->
    [one] { $count } zamówienie jest w pliku { $name }.
    [few] { $count } zamówienia są w pliku { $name }.
   *[other] { $count } zamówień jest w pliku { $name }.
  }
export-cut = Jest ich więcej: zawęź listę, by wyeksportować resztę.
export-id = Id
export-currency = Waluta
export-yes = tak
export-no = nie

## Holds
holds-title = Wstrzymania
holds-all = Wszystkie
holds-automatic = Przez sprawdzenie
holds-manual = Ręczne
holds-overdue = Weryfikacja po terminie
holds-free = Wolne
holds-locked = W toku
holds-caption = Wstrzymane zamówienia: { $filter }
holds-shown = { $n ->
    [one] Pokazano { $count } wstrzymane zamówienie
    [few] Pokazano { $count } wstrzymane zamówienia
    [many] Pokazano { $count } wstrzymanych zamówień
   *[other] Pokazano { $count } wstrzymanego zamówienia
  }
holds-none-title = Nie ma takich wstrzymanych zamówień
holds-none-text = Inne wstrzymane zamówienia mogą czekać pod innym filtrem.
holds-code-title = Tylko wstrzymania z tym kodem
holds-one-code = Widać tylko wstrzymania z kodem { $code }.
holds-review = weryfikacja
column-since = Wstrzymano
column-lock = Kto się zajmuje
hold-lock = Zajmij się
hold-locked-by = Zajmuje się
hold-unlock = Oddaj
hold-override = Przejmij…
hold-override-title = Tym wstrzymaniem zajmuje się { $by }
hold-override-text = Przejmij je tylko jako osoba nadzorująca albo po uzgodnieniu. Druga osoba straci to, czego nie dokończyła.
hold-override-do = Przejmij
hold-yours = Zajmujesz się zamówieniem { $name }.

## Customers
customers-title = Klienci
customers-find = E-mail, telefon, nazwisko lub id klienta
customers-found = Znaleziono według: { $text }. To, czego szukasz, nie trafia do adresu ani do dzienników.
customers-shown = { $n ->
    [one] Widoczny { $count } klient
    [few] Widoczni { $count } klienci
   *[other] Widocznych { $count } klientów
  }
customers-last = Ostatnie zamówienie
customers-unit = { $n ->
    [one] zamówienie
    [few] zamówienia
   *[other] zamówień
  }
customers-none-title = Nie ma jeszcze klientów
customers-none-text = Każdy, kto zamawia, jest tu przy swoim najnowszym zamówieniu: ile razy kupował, co z tego wyszło i czy następne zamówienie by przeszło.
customers-unknown-title = Nikogo nie znaleziono
customers-unknown-text = Żadne zamówienie nie ma takiego e-maila, telefonu ani id klienta, w dowolnym zapisie, ale w całości. Imion i nazwisk szukamy po początku każdego słowa, w 5000 najnowszych zamówień.
customer-open = Wszystko o tym kupującym
customer-previous = Poprzedni klient
customer-next = Następny klient
customer-back-key = Wróć do klientów (u)
customer-allow = Dodaj do białej listy…
customer-nameless = Bez nazwiska
customer-unknown-title = Nie ma takiego klienta
customer-unknown-text = Żadne zamówienie tego sklepu nie ma tego klucza. Mógł zostać usunięty albo zmieniony w sklepie.
customer-joined = połączone e-mailem, telefonem, id klienta i płatnością
customer-newest = widoczne i zsumowane: { $n } najnowszych z { $joined }
customer-first = Pierwsze zamówienie
customer-sum = Zamówiono
customer-lost = Anulowano lub odrzucono
customer-unclaimed = Nieodebrane paczki
pass-label = Czy ten kupujący teraz by przeszedł?
pass-good = Teraz by przeszedł: { $why }
pass-marked = Teraz by przeszedł, oznaczony: { $why }
pass-held = Teraz zostałby wstrzymany: { $why }
pass-from = Przejdzie od { $when }, jeśli do tego czasu nic się nie wydarzy.
pass-never = To, co go wstrzymuje, samo nie wygaśnie.
pass-text = Dotyczy kolejnego zamówienia takiego jak najnowsze, złożonego teraz. Nic nie jest zapisywane.
pass-unknown = Pola najnowszego zamówienia usunięto albo nie dało się ich odczytać, więc nie wiadomo, czy następne by przeszło.
reasons-title = Powody
reasons-none = Żaden wpis i żadna reguła by nie pasowały.
column-lapses = Wygasa
lapses-never = nie samo
labels-title = Oceny
label-blocked = Zablokowane
label-not_blocked = Niezablokowane
label-fraud = Oszustwo
label-legitimate = Uczciwe
label-chargeback = Obciążenie zwrotne
label-refund_abuse = Nadużycie zwrotów
label-unsure = Niepewne

## Cases
cases-title = Sprawy
cases-open = Otwarte
cases-mine = Moje
cases-unassigned = Nieprzypisane
cases-snoozed = Odłożone
cases-over = Czas minął
cases-closed = Z odpowiedzią
cases-caption = Sprawy: { $filter }
cases-shown = { $n ->
    [one] Pokazano { $count } sprawę
    [few] Pokazano { $count } sprawy
    [many] Pokazano { $count } spraw
   *[other] Pokazano { $count } sprawy
  }
cases-asleep = Odłożona do
cases-show-open = Pokaż otwarte sprawy
cases-open-title = Żadna sprawa nie jest otwarta
cases-open-text = Sprawa otwiera się, gdy przepuszczone zamówienie okazuje się oszustwem: zgłasza to człowiek lub dostawca płatności albo pasuje do niego nowy wpis lub nowa reguła. Pierwsza na liście jest sprawa, w której na zatrzymanie paczki zostało najmniej czasu.
cases-mine-title = Żadna sprawa nie jest Twoja
cases-mine-text = „Weź następną” daje Ci najpilniejszą sprawę, której nikt nie prowadzi.
cases-unassigned-title = Każdą otwartą sprawę ktoś prowadzi
cases-unassigned-text = Sprawa, której nikt nie prowadzi, czeka tutaj, dopóki można jeszcze zatrzymać paczkę.
cases-snoozed-title = Żadna sprawa nie jest odłożona
cases-snoozed-text = Odłożonej sprawy nie ma na listach, dopóki nie nadejdzie jej pora; czas na zatrzymanie nadal płynie.
cases-over-title = W żadnej otwartej sprawie czas nie minął
cases-over-text = Gdy czas na zatrzymanie minie, zanim ktoś odpowie, sprawa czeka tutaj na odpowiedź.
cases-closed-title = W żadnej sprawie nie ma jeszcze odpowiedzi
cases-closed-text = Odpowiedzi uczą Ordergate, które wpisy i reguły są trafne.
column-left = Zostało
column-order = Zamówienie
column-why = Dlaczego
column-assignee = Kto prowadzi
column-opened = Otwarto
nobody = nikt
window-over-short = Czas minął
span-days = { $days } d
span-hours = { $hours } h
span-minutes = { $minutes } min
cause-check = Ponowne sprawdzenie
cause-declined = Odrzucone
cause-fraud = Oszustwo
cause-dispute = Płatność zakwestionowana
resolution-blocked = Zablokowane
resolution-not_blocked = Niezablokowane
resolution-too_late = Za późno
case-title = Sprawa zamówienia { $number }
case-next = Weź następną
case-previous = Poprzednia sprawa
case-following = Następna sprawa
case-back-key = Wróć do spraw (u)
case-order = Otwórz zamówienie
case-unknown-title = Nie ma takiej sprawy
case-unknown-text = Ten sklep nie ma sprawy o tym identyfikatorze.
case-window = Czas na zatrzymanie wysyłki
case-left = Na zatrzymanie wysyłki zostało { $left }
case-over = Czas na zatrzymanie wysyłki minął
case-facts = Sprawa
case-answer = Odpowiedź
case-deadline = Zatrzymać przed
case-opened = Otwarto
case-opened-by = Kto otworzył
case-cause = Przyczyna
case-asleep-until = Odłożona do
case-take = Weź
case-taken = Sprawa jest Twoja.
case-give-back = Oddaj
case-given-back = Nikt teraz nie prowadzi tej sprawy.
case-assign = Przypisz…
case-assign-title = Przypisz sprawę zamówienia { $number }
case-assign-help = Puste: nikt.
case-assign-do = Przypisz
case-note = Notatka
case-note-title = Notatka do sprawy zamówienia { $number }
case-note-help = Widzi ją każdy, kto ogląda tę sprawę.
case-note-missing = Najpierw napisz notatkę.
case-note-do = Dodaj notatkę
case-snooze = Odłóż
case-snooze-title = Odłóż sprawę zamówienia { $number }
case-snooze-text = Na ten czas zniknie z list. Czas na zatrzymanie wysyłki nadal płynie.
case-nap-late = po czasie na zatrzymanie
case-sleeps = Sprawa jest odłożona.
case-wake = Przywróć
case-awake = Przywrócono
case-final = Odpowiedzi nie można zmienić. Uczy ona Ordergate, które wpisy i reguły są trafne.
case-blocked-title = Zamówienie { $number }: zatrzymano wysyłkę
case-blocked-text = Paczka nie wyszła albo wróciła na czas.
case-blocked-do = Odpowiedz: zablokowane
case-not_blocked-title = Zamówienie { $number }: paczka wychodzi
case-not_blocked-text = Zamówienie jest w porządku albo nikt nie chce go zatrzymać.
case-not_blocked-do = Odpowiedz: niezablokowane
case-too_late-title = Zamówienie { $number }: było za późno
case-too_late-text = Paczka wyszła, zanim ktokolwiek mógł ją zatrzymać. Nie mówi to niczego o wpisach i regułach.
case-too_late-do = Odpowiedz: za późno
case-was-blocked = Zablokowane: zatrzymano wysyłkę
case-was-not_blocked = Niezablokowane: paczka wyszła
case-was-too_late = Za późno: paczki już nie było
linked-title = Inne zamówienia tego kupującego
linked-count = { $n ->
    [0] brak
    [one] { $n } zamówienie
    [few] { $n } zamówienia
    [many] { $n } zamówień
   *[other] { $n } zamówienia
  }
linked-none = Żadne inne zamówienie nie ma tego samego adresu e-mail, telefonu, klienta ani płatności.
action-case-opened = Otwarto sprawę
action-case-turned = Zgłoszono ponownie
action-case-note = Notatka
action-case-assigned = Zmieniono prowadzącego
action-case-snoozed = Odłożono do
action-case-resolved = Udzielono odpowiedzi
action-case-mail_queued = Wiadomość w kolejce
action-case-mail_sent = Wiadomość wysłana
action-case-mail_dead = Wiadomość niewysłana
action-case-mail_expired = Wiadomość już nie zostanie wysłana
action-case-mail_bounced = Wiadomość wróciła
actor-contact = Kontakt

# Users and roles.
keys-here = Na tej stronie
keys-select = Zaznacz wiersz
bar-user = Twoja rola: { $role }
role-viewer = Obserwator
role-analyst = Analityk
role-approver = Decydent
role-admin = Administrator
role-viewer-help = Widzi wszystko, niczego nie zmienia.
role-analyst-help = Ponadto wstrzymuje zamówienia, dodaje kupujących do listy, przejmuje sprawy i pisze notatki.
role-approver-help = Ponadto zwalnia i anuluje zamówienia, odpowiada na sprawy, zmienia i publikuje reguły.
role-admin-help = Ponadto zmienia ustawienia, kontakty, klucze, połączenia i użytkowników.
role-note = Oglądasz to w roli { $role }. Zmiany wymagają roli { $needed }; może ją nadać administrator.
settings-tab-users = Użytkownicy
users-text = Osoby, które logują się do tego sklepu. Kontakty, które tylko dostają e-maile, nie są użytkownikami.
user-invite = Zaproś osobę
user-invite-do = Utwórz link
user-edit = Zmień użytkownika
user-role = Rola
user-name-help = Pod tą nazwą widać osobę w sprawach, wstrzymaniach i dzienniku. Nazwy się nie powtarzają.
user-name-missing = Wpisz nazwę użytkownika.
user-you = Ty
user-last-admin = Jedyny administrator: najpierw nadaj tę rolę komuś innemu.
user-seen = Ostatnie logowanie
user-never = Jeszcze się nie zalogował(a)
user-passkeys = { $n ->
    [0] Bez klucza dostępu
    [one] Jeden klucz dostępu
    [few] { $n } klucze dostępu
   *[other] { $n } kluczy dostępu
}
user-link = Nowy link
user-link-title = Link dla: { $name }
user-link-text = Kto go otworzy, zaloguje się jako ten użytkownik: nie wysyłaj go nikomu innemu. Działa raz.
user-link-until = Ważny do
user-link-copy = Kopiuj link
user-link-done = Mam go
user-saved = Zapisano. Obowiązuje od następnego kroku tej osoby.
user-remove = Usuń
user-remove-title = Usuń: { $name }
user-remove-text = Osoba zostanie od razu wylogowana i nie zaloguje się ponownie. To, co zrobiła, zostaje w dzienniku pod jej nazwą.
user-removed = Usunięto.
action-user-invited = Zaproszono użytkownika
action-user-changed = Zmieniono użytkownika
action-user-removed = Usunięto użytkownika
action-user-link_made = Utworzono link do logowania
action-user-signed_in = Zalogowano

# The engine beside the editor, and edits that met.
cost-title = Koszt w najgorszym razie
cost-all = Wszystkie aktywne reguły: { $steps } z { $budget } kroków.
cost-rule = Ta reguła: { $steps } kroków.
cost-unknown = Zostanie zmierzony, gdy w wersji roboczej nie będzie błędów.
cost-measuring = Trwa pomiar…
conflict-title = Ktoś w międzyczasie to zmienił
conflict-text = Twój tekst nadal tu jest. Zapis zastąpi wersję tej osoby:
conflict-removed = Usunięto to z wersji roboczej. Twój tekst nadal tu jest; zapis doda go ponownie.
conflict-take = Weź ich wersję
action-variable-added = Dodano zmienną do wersji roboczej
action-variable-replaced = Zmieniono zmienną w wersji roboczej
action-variable-removed = Usunięto zmienną z wersji roboczej
action-list-added = Dodano listę do wersji roboczej
action-list-replaced = Zmieniono listę w wersji roboczej
action-list-removed = Usunięto listę z wersji roboczej
action-key-added = Utworzono klucz API
action-key-changed = Zmieniono klucz API
action-key-rotated = Wymieniono klucz API
action-key-revoked = Unieważniono klucz API
action-endpoint-added = Utworzono punkt webhooka
action-endpoint-rotated = Wymieniono sekret webhooka
action-endpoint-removed = Usunięto punkt webhooka
action-delivery-replayed = Odczytano dostawę ponownie
action-connection-set = Utworzono połączenie
action-connection-removed = Usunięto połączenie
action-contact-added = Dodano kontakt
action-contact-replaced = Zmieniono kontakt
action-contact-removed = Usunięto kontakt
action-contact-tested = Wysłano e-mail testowy
action-mail-retried = Wysłano e-mail ponownie
action-passkey-added = Dodano klucz dostępu
action-passkey-removed = Usunięto klucz dostępu
action-session-ended = Zakończono sesję
action-privacy-exported = Wyeksportowano dane osobowe
action-privacy-erased = Usunięto dane osobowe
action-order-labelled = Oznaczono
action-order-erased = Usunięto dane osobowe z zamówienia
audit-order = Zamówienie
audit-case = Sprawa
audit-entry = Wpis
audit-rule = Reguła
audit-variable = Zmienna
audit-list = Lista
