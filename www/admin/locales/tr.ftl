### Every word of the admin page, in Turkish. The words for things are those of the mails.

## Frame
product = Ordergate
nav = Ana gezinme
language = Dil
menu = Menü
nav-group-work = İşler
nav-group-lists = Listeler ve kurallar
nav-today = Bugün
nav-cases = Vakalar
nav-holds = Bekletmeler
nav-orders = Siparişler
nav-customers = Müşteriler
nav-blacklist = Kara liste
nav-rules = Kurallar
nav-group-setup = Yapılandırma
nav-contacts = Kişiler
nav-settings = Ayarlar
nav-outbox = Giden kutusu
nav-install = Kurulum
skip = İçeriğe geç
sign-out = Oturumu kapat
loading = Yükleniyor…
refresh = Yenile
retry = Yeniden dene
close = Kapat
cancel = Vazgeç
dismiss = Kapat
undo = Geri al
save = Kaydet
edit = Düzenle
copy = Kopyala
copied = Kopyalandı
copy-failed = Tarayıcı izin vermedi: metni seçip kopyalayın.
secret-once = Yalnızca bu kez gösterilir. Sadece sunucunuzun okuyabileceği bir yerde saklayın.
secret-kept = Sakladım
never = Süresiz
on = açık
off = kapalı
required = (zorunlu)
load-more = Daha fazla yükle
colon = :
time-now = az önce
theme-button = Tema: { $theme }. Şuna geç: { $next }
theme-system = sistem
theme-light = açık
theme-dark = koyu

window-title = { $view } · Ordergate
window-today = Bugün
window-cases = Vakalar
window-case = Vaka
window-holds = Bekletmeler
window-orders = Siparişler
window-order = Sipariş
window-customers = Müşteriler
window-customer = Müşteri
window-blacklist = Kara liste
window-rules = Kurallar
window-contacts = Kişiler
window-settings = Ayarlar
window-outbox = Giden kutusu
window-install = Kurulum
window-signed-out = Oturum kapalı
window-unknown = Bulunamadı
missing-title = Sayfanın bu bölümü yüklenmedi
missing-text = Ya bağlantı kesildi ya da bu sayfa açıldıktan sonra Ordergate güncellendi. Hiçbir şey değiştirilmedi.
missing-reload = Sayfayı yeniden yükle
unknown-title = Bu adreste bir şey yok
unknown-text = Adres yanlış yazılmış olabilir veya bu sayfanın daha yeni bir sürümüne aittir.

keys-button = Kısayollar
keys-title = Kısayollar
keys-go = Git
keys-switch = Tek tuşlu kısayollar açık

## Signed out
signed-out-title = Oturumunuz kapalı
signed-out-after = Oturumunuz kapatıldı
signed-out-or = Ya da oturum açma bağlantısı isteyin:
access-sign-in = Cloudflare Access ile oturum aç
passkey-sign-in = Geçiş anahtarıyla oturum aç
passkey-cancelled = Geçiş anahtarı kullanılmadı. Yeniden deneyin veya bir bağlantı kullanın.
passkey-there = Bu cihazda zaten bir geçiş anahtarınız var.
passkey-note = Oturum açmak için bir bağlantıya ihtiyacınız var. Geçiş anahtarıyla buna gerek kalmaz.
passkey-note-later = Şimdi değil
passkeys-title = Geçiş anahtarlarınız
passkeys-text = Geçiş anahtarı, üyesi olduğunuz her mağazada parmak izi, yüz veya cihazınızın ekran kilidiyle oturum açmanızı sağlar. Çalınabilecek hiçbir şey burada tutulmaz.
passkeys-none = Henüz geçiş anahtarınız yok.
passkeys-name = Geçiş anahtarları için adres çubuğunda sayı değil, bir ad gerekir:
passkey-add = Geçiş anahtarı ekle
passkey-add-text = Sıradaki adımda tarayıcınız sorar ve cihazınız geçiş anahtarını oluşturur.
passkey-go-on = Devam et
passkey-name = Vereceğiniz ad
passkey-name-first = Geçiş anahtarı { $number }
passkey-name-missing = Diğerlerinden ayırt edebilmek için bir ad verin.
passkey-added = eklendi
passkey-used = kullanıldı
passkey-remove = Kaldır: { $name }
passkey-remove-action = Geçiş anahtarını kaldır
passkey-remove-text = Artık onunla oturum açılamaz. Cihazınızdan da kaldırın.
passkey-is-added = Geçiş anahtarı eklendi. Bir dahaki sefere onunla oturum açabilirsiniz.
passkey-is-removed = Geçiş anahtarı kaldırıldı.
sessions-title = Oturumunuzun açık olduğu yerler
sessions-title-all = Oturumu açık olanlar
sessions-text = Oturum 30 dakika kullanılmazsa ve en geç 12 saat sonra kendiliğinden biter.
session-this = bu oturum
session-begun = başladı
session-seen = son kullanım
session-end = Bitir
session-ended = Oturum bitirildi.
settings-tab-sign-in = Oturum açma
signed-out-ask = Oturum açma bağlantısı isteyin:
signed-out-prints = bir bağlantı yazdırır
signed-out-once = Her bağlantı bir kez çalışır. Bu tarayıcıda açın; oturumunuz açık olarak buraya dönersiniz.
signed-out-again = Oturum açtım

## Problems
problem-network = Ordergate'e ulaşılamıyor
problem-network-detail = Bağlantıyı denetleyip yeniden deneyin. Hiçbir şey değiştirilmedi.
problem-timeout = Ordergate zamanında yanıt vermedi
problem-ours = Bizim tarafımızda bir hata oluştu
problem-refused = İstek kabul edilmedi
problem-status = Durum { $status }
hidden-character = Gizli karakter { $code }

## States, decisions, effects
state-approved = Onaylandı
state-held = Bekletiliyor
state-not_checked = Kontrol edilmedi
state-cancelled = İptal edildi
state-shipped = Gönderildi
state-released = Serbest bırakıldı
state-declined = Reddedildi
state-fraud = Dolandırıcılık
flag-held = Bekletiliyor
flag-marked = İşaretlendi
flag-not_checked = Kontrol edilmedi
verdict-approve = Onay
verdict-review = İnceleme
verdict-decline = Ret
effect-points = Puan
effect-mark = İşaretle
effect-hold = Beklet
effect-hold_always = Her zaman beklet
effect-allow = İzin ver
effect-points-help = Toplam puana eklenir. Toplam, mağazanın alt sınırını aşarsa sipariş bekletilir.
effect-mark-help = Siparişi şüpheli olarak gösterir. Hiçbir şey durdurulmaz.
effect-hold-help = Puanı ne olursa olsun siparişi bekletir; bir izin kaydı da eşleşirse bekletmez.
effect-hold_always-help = Bir izin kaydı eşleşse bile siparişi bekletir.
effect-allow-help = Siparişin bekletilmeden ve işaretlenmeden geçmesini sağlar; puanları listede kalır. Müşteri numarası, ödeme izi veya en az iki alan gerekir.
platform-woocommerce = WooCommerce
platform-shopify = Shopify
platform-api = API

## Points
points-none = Puan yok
points-of-minimum = { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  }, alt sınır { $minimum }
points-no-minimum = { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  }, alt sınır belirlenmedi
points-other-effect = Yalnızca “Puan” etkisi puan ekler
no-minimum = Alt sınır belirlenmedi: hiçbir sipariş puan nedeniyle bekletilmez.

## Orders
orders-title = Siparişler
orders-filters = Göster
orders-previous = Önceki sipariş
orders-next = Sonraki sipariş
orders-open = Aç
orders-caption = Siparişler: { $filter }
orders-shown = { $n ->
    [one] { $count } sipariş gösteriliyor
   *[other] { $count } sipariş gösteriliyor
  }
orders-find = Sipariş numarasıyla ara
orders-narrow = Filtreler
orders-more = { $n ->
    [0] Filtreler
   *[other] Filtreler: { $n }
  }
orders-clear = Filtreleri temizle
orders-any = Herhangi
orders-number = { $number } numaralı siparişler, durumu ne olursa olsun.
narrow-state = Durum
narrow-decision = Karar
narrow-points = En az puan
narrow-from = Verildiği tarih, ilk gün
narrow-to = Verildiği tarih, son gün
filter-all = Tümü
filter-held = Bekletilen
filter-marked = İşaretlenen
filter-not_checked = Kontrol edilmeyen
filter-approved = Onaylanan
filter-released = Serbest bırakılan
column-number = Sipariş
column-buyer = Alıcı
column-city = Şehir
column-placed = Verildi
column-total = Tutar
column-points = Puan
column-state = Durum
column-platform = Platform
empty-show-all = Tümünü göster
empty-all-title = Henüz sipariş yok
empty-all-text = Mağazanız siparişleri webhook ile veya POST /v1/orders ile gönderdiğinde burada görünürler.
empty-held-title = Bekletilen sipariş yok
empty-held-text = Puanı alt sınırı aşan veya “Beklet” etkili bir kayıtla eşleşen sipariş bekletilir ve burada görünür.
empty-marked-title = İşaretlenen sipariş yok
empty-marked-text = Kara listede eşleşen her kayıt siparişi şüpheli olarak işaretler. İşaretlenen siparişler durdurulmaz; gerekçeleri siparişin sayfasındadır.
empty-not_checked-title = Tüm siparişler kontrol edildi
empty-not_checked-text = Okunamayan bir alan veya bizden kaynaklanan bir hata yüzünden kontrol edilemeyen sipariş, gerekçesiyle burada bekler. Hiçbir zaman sessizce geçmez.
empty-approved-title = Onaylanan sipariş yok
empty-approved-text = Kontrolden geçen siparişler burada listelenir.
empty-released-title = Serbest bırakılan sipariş yok
empty-released-text = Bekletilip bir kişi tarafından serbest bırakılan siparişler gönderilene kadar burada listelenir.
empty-none-title = Böyle bir sipariş yok
empty-none-text = Bu filtreler olmadan başka siparişler olabilir. Numaranın tamamı yazılmalıdır.

## Order
order-title = Sipariş { $number }
order-placed = Verildi
order-received = Alındı
order-back-key = Siparişlere dön (u)
order-add = Kara listeye ekle…
act-hold = Beklet…
act-release = Serbest bırak…
act-hold-title = Siparişi beklet: { $number }
act-release-title = Siparişi serbest bırak: { $number }
act-hold-text = Biri serbest bırakana kadar işleme alınmaz.
act-release-text = Gönderilebilir. Siparişi ancak mağazada değiştirildikten sonraki yeni bir kontrol yeniden bekletebilir.
act-hold-do = Siparişi beklet
act-release-do = Serbest bırak
act-release-edit = Serbest bırak ve mağazada düzenle
act-hold-done = Sipariş bekletiliyor.
act-release-done = Sipariş serbest bırakıldı.
act-comment = Açıklama
act-comment-help = Bu siparişe bakan herkes görür.
act-comment-missing = Nedenini yazın. Siparişe sonra bakanlar görür.
order-unread = Siparişin alanları okunamadı; bu yüzden gösterilecek adres, alıcı veya satır yok. Gelen ileti olduğu gibi saklanıyor.
order-unknown-title = Böyle bir sipariş yok
order-unknown-text = Bu mağazada bu kimlikte bir sipariş yok.
held-since = Bekletme başlangıcı:
decision-label = Karar
decision-held = Bekletiliyor: { $why }
decision-held-plain = Bekletiliyor
decision-held-text = Serbest bırakılana kadar işleme alınmaz.
decision-held-by-hand = Elle bekletiliyor
decision-case = Bir vaka açık: gönderiyi durdurmak için { $hours } sa { $minutes } dk kaldı.
decision-case-over = Bir vaka açık. Gönderiyi durdurma süresi doldu.
decision-by-hand-text = İşlemi yapan: { $actor }.
decision-check-says = Kontrol: { $why }
decision-not-checked = Kontrol edilmedi: { $reason }
decision-update-not-checked = Sonraki bir değişiklik okunmadı. { $unread }
decision-not-checked-text = Bu sipariş hakkında karar verilmedi. Gönderilmeden önce kendiniz bakın.
decision-marked = İşaretlendi: { $why }
decision-marked-text = Şüpheli olarak gösterilir; hiçbir şey durdurulmaz.
decision-approved = Onaylandı: { $why }
decision-released = Bekletildikten sonra serbest bırakıldı
decision-cancelled = İptal edildi
decision-shipped = Gönderildi
decision-declined = Reddedildi
decision-fraud = Dolandırıcılık
why-over = { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  }, alt sınır { $minimum } aşıldı.
why-under = { $matches ->
    [one] bir eşleşme
   *[other] { $matches } eşleşme
  }, { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  }, alt sınır { $minimum } aşılmadı.
why-no-minimum = { $matches ->
    [one] bir eşleşme
   *[other] { $matches } eşleşme
  }, { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  }.
why-hold = “Beklet” etkili bir eşleşme var.
why-hold-always = “Her zaman beklet” etkili bir eşleşme var.
why-allowed = bir izin kaydı eşleşti; { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  } siparişi bekletmiyor.
why-decline = { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  }, mağazanın ret sınırı aşıldı.
why-no-match = hiçbir kayıt veya kural eşleşmedi.
why-skipped = tarama kapalıydı ({ $skipped }).

matches-title = Eşleşmeler
matches-none = Bu siparişle hiçbir kayıt veya kural eşleşmedi.
column-reason = Gerekçe
column-matched = Eşleşen alanlar
column-places = Adresler
column-effect = Etki
source-entry = Kayıt
source-rule = Kural
places-title = Adresler
place-billing = Fatura
place-shipping = Teslimat
place-customer = Müşteri
place-line = { $n }. satır
tax-id = Vergi numarası
hit-title = Eşleşen: { $field }
hit-spoken = (eşleşti)
buyer-title = Alıcı
fact-name = Ad
fact-browser = Tarayıcı
fact-group = Grup
fact-orders = Önceki siparişler
fact-since = Müşteri olma tarihi
fact-payment = Ödeme
fact-card = Kart
fact-channel = Kanal
payment-cod = Kapıda ödeme
lines-title = Satırlar
lines-count = { $n ->
    [one] { $n } satır
   *[other] { $n } satır
  }
column-product = Ürün
column-quantity = Adet
column-price = Fiyat
check-title = Kontrol
check-decision = Karar
check-at = Kontrol zamanı
check-said = { $verdict }, { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  }
check-snapshot = Anlık sürüm
check-entries = Son kayıt no.
check-engine = Motor
check-normaliser = Normalleştirici
check-data = Veri
checks-title = Tüm kontroller
checks-count = { $n } kontrol
checks-line = { $score ->
    [one] { $score } puan
   *[other] { $score } puan
  } · { $matches ->
    [one] { $matches } eşleşme
   *[other] { $matches } eşleşme
  } · anlık sürüm { $snapshot }
check-kind-placed = verildiğinde
check-kind-updated = değiştirildiğinde
check-kind-recheck = yeniden kontrol
timeline-title = Zaman çizelgesi
actor-engine = Ordergate
actor-api = API
actor-staff = Personel
actor-operator = Operatör
actor-woocommerce = WooCommerce
actor-shopify = Shopify
action-order-checked = Kontrol edildi
action-order-updated = Mağazada değiştirildi
action-order-held = Bekletildi
action-order-released = Serbest bırakıldı
action-order-released_to_edit = Mağazada değiştirilmek üzere serbest bırakıldı
action-order-cancelled = İptal edildi
action-order-shipped = Gönderildi
action-order-not_checked = Kontrol edilmedi
action-order-late = Eski bir sürüm geç ulaştı
action-order-rechecked = Yeniden kontrol edildi
action-order-reopened = Mağazada geri alındı
action-order-approved = Onaylandı
action-order-declined = Reddedildi
action-order-fraud = Dolandırıcılık olduğu kesinleşti
action-order-disputed = Ödemeye itiraz edildi
action-order-cancel_asked = İptal istendi
action-order-refund_asked = Para iadesi istendi
action-hold-locked = Bekletme üstlenildi
action-hold-lock_taken_over = Bekletme devralındı
action-hold-unlocked = Bekletme bırakıldı
action-entry-added = Kayıt eklendi
action-entry-replaced = Kayıt değiştirildi
action-entry-removed = Kayıt kaldırıldı
action-entries-imported = Kayıtlar içe aktarıldı
action-entries-exported = Kayıtlar dışa aktarıldı
action-orders-exported = Siparişler dışa aktarıldı
action-rule-added = Kural taslağa eklendi
action-rule-replaced = Taslaktaki kural değiştirildi
action-rule-removed = Kural taslaktan kaldırıldı
action-settings-replaced = Taslaktaki ayarlar değiştirildi
action-snapshot-published = Anlık sürüm yayımlandı
action-shop-settings = Mağaza ayarları değiştirildi
action-shop-created = Mağaza oluşturuldu
action-command-retried = Mağazaya yeniden bildiriliyor
action-command-hold_confirmed = Mağaza siparişi bekletiyor
action-command-hold_given_up = Bekletme mağazaya bildirilemedi
action-command-release_confirmed = Mağaza siparişi serbest bıraktı
action-command-release_given_up = Serbest bırakma mağazaya bildirilemedi
action-command-cancel_confirmed = Mağaza siparişi iptal etti
action-command-cancel_given_up = İptal mağazaya bildirilemedi
action-command-refund_confirmed = Mağaza parayı iade etti
action-command-refund_given_up = Para iadesi mağazaya bildirilemedi
custom-title = Mağazanın alanları
notes-title = Gelen iletinin okunuşu
mails-title = E-postalar
mails-count = { $n ->
    [0] yok
    [one] { $n } e-posta
   *[other] { $n } e-posta
  }
mails-none = Bu sipariş hakkında e-posta yazılmadı. Bir kontrol siparişi bekletir veya işaretlerse kişiler bilgilendirilir.
mail-state-pending = Sırada
mail-state-leased = Gönderiliyor
mail-state-sent = Gönderildi
mail-state-retry = Yeniden denenecek
mail-state-dead = Gönderilemedi
mail-state-expired = Artık gönderilmeyecek
mail-state-written = Yazıldı
mail-written-help = Bu mağazanın henüz bir e-posta hizmeti yok: e-posta giden kutusuna yazıldı, oradan öteye gitmedi.
mail-due = Gönderim
mail-again = Sonraki deneme
mail-gave-up = { $attempts ->
    [one] bir denemeden sonra vazgeçildi
   *[other] { $attempts } denemeden sonra vazgeçildi
  }
mail-error = Son hata:
mail-as = Gösterim
mail-text = Metin
mail-html = HTML
mail-frame = E-postanın HTML hali

## Blacklist
lists = Listeler
list-blacklist = Kara liste
list-allow_list = İzin listesi
find-label = Kayıt ara
find-placeholder = Yüklenen kayıtlarda ara
one-entry = Yalnızca eşleşen kayıt gösteriliyor.
entries-caption = Kara liste kayıtları
column-fields = Alanlar, hepsi eşleşmeli
column-added = Ekleyen
column-expires = Bitiş
column-hits = İsabet
column-remove = Kaldır
last-hit = en son
entries-shown = { $n ->
    [one] { $count } kayıt gösteriliyor
   *[other] { $count } kayıt gösteriliyor
  }
entries-found = yüklenen { $loaded } kayıttan { $count } tanesi
entries-none-title = Kara liste boş
entries-none-text = Bir kayıt, bir veya daha çok alan tutar; örneğin bir e-posta veya bir adla bir şehir. Siparişin işaretlenmesi için hepsi eşleşmelidir. Kayıt bir sonraki kontrolde yürürlüğe girer.
entries-found-title = Bir şey bulunamadı
entries-found-text = Bu sözcükler yüklenen hiçbir kayıtta yok. Daha fazla kayıt yükleyin veya daha az sözcükle arayın.
entries-gone-title = Bu kayıt artık kara listede değil
entries-gone-text = Eşleştikten sonra kaldırıldı. Siparişin kontrolü gerekçeyi ve puanları saklar.
default-points = varsayılan
default-points-title = Bu alanın, her kontrol anında geçerli olan varsayılan puanı
entry-add = Kayıt ekle
entry-edit = Kaydı düzenle: { $name }
entry-changed = Kayıt değiştirildi. Bir sonraki kontrolde yürürlüğe girer.
entries-allow-title = İzin listesi boş
entries-allow-text = İzin kaydı, tanıdığınız kişilerin siparişlerinin bekletilmeden ve işaretlenmeden geçmesini sağlar; puanları listede kalır. Müşteri numarası, ödeme izi veya en az iki alan gerekir.
edit-title = Kaydı düzenle
allow-title = İzin listesine ekle
add-kept = { $day }, olduğu gibi
preview-wait = Alanlar doldurulunca kaydın en yeni siparişlerden hangileriyle eşleşeceği burada görünür.
preview-looking = En yeni siparişlere bakılıyor…
preview-found = Son { $checked } siparişin { $n ->
    [0] hiçbiriyle eşleşmezdi
   *[other] { $n } tanesiyle eşleşirdi
  }.
preview-free = { $n ->
    [one] Bunlardan biri durdurulmamıştı.
   *[other] Bunlardan { $n } tanesi durdurulmamıştı.
  }
preview-more = ve { $n } tane daha
import = İçe aktar…
export = Dışa aktar
import-title = Kayıtları içe aktar
import-text = İlk satırı alanların adlarını veren bir CSV dosyası. Gerekmeyen alanlar yazılmayabilir; kimliği olmayan satır yeni bir kayıttır.
import-copy = İlk satırı kopyala
import-file = Dosya
import-no-file = Bir dosya seçin.
import-try = Dosyaya göz at
import-do = { $n ->
    [one] Bir kaydı içe aktar
   *[other] { $n } kaydı içe aktar
  }
import-done = { $n ->
    [one] Bir kayıt içe aktarıldı. Bir sonraki kontrolde yürürlüğe girer.
   *[other] { $n } kayıt içe aktarıldı. Bir sonraki kontrolde yürürlüğe girerler.
  }
import-found = { $new } yeni, { $changed } değişen, { $same } aynı, { $invalid } geçersiz.
import-mend = Geçersiz satır varken hiçbir şey içe aktarılmaz. Dosyayı düzeltip yeniden seçin.
import-nothing = İçe aktarılacak bir şey yok: hepsi zaten listede.
import-ready = Henüz hiçbir şey değiştirilmedi.
import-lines = Dosyanın satırları
import-line = { $line }. satır:
import-new = yeni
import-changed = değişti
import-invalid = geçersiz
import-more = ve { $count } satır daha
entry-added = Kayıt eklendi. Bir sonraki kontrolde yürürlüğe girer.
entry-removed = Kayıt kaldırıldı
entry-again = Kayıt yeniden eklendi
entry-remove = Kaydı kaldır: { $name }
entry-no-field = En az bir alanı doldurun.
entry-no-reason = Gerekçe yazın. Siparişi inceleyenler görür.
entry-no-points = Birden çok alan için ayrıca puan gerekir.
entry-bad-points = −1000 ile 1000 arasında bir tam sayı.
add-title = Kara listeye ekle
add-title-order = Siparişten kara listeye ekle: { $number }
add-fields = Alanlar
add-fields-help = Doldurulan tüm alanlar eşleşmelidir. Ad ve adres alanları aynı adreste eşleşmelidir.
add-more = Diğer alanlar
add-effect = Etki
add-points = Puan
add-points-help = Boşsa: alanın varsayılan puanı.
add-points-off = Yalnızca “Puan” etkisi için.
add-reason = Gerekçe
add-reason-help = Eşleşen siparişi inceleyenler görür.
add-expires = Bitiş
add-months = { $n ->
    [one] { $n } ay sonra
   *[other] { $n } ay sonra
  }
add-expires-help = Bundan sonra kayıt artık eşleşmez. En fazla 36 ay.
add-never-help = Kayıt, kaldırılana kadar kalır. Nedenini gerekçede belirtin.

## Rules and what is published
rules-title = Kurallar
rules-back = Kurallara dön
rules-shadow = Bu kurallar mağazayla birlikte geldi ve kapalı. Mağazaya uyanları açın, sonra yayımlayın.
rules-none-title = Kural yok
rules-none-text = Kural, sipariş için bir koşul ile bunun puan karşılığıdır; örneğin order.total > 500. Etkin kuralların hepsi her kontrolde çalışır.
part-add-rule = Yeni kural
part-remove-rule = Kuralı kaldır
part-removed-rule = Kural taslaktan kaldırıldı
rule-switch = Etkin: { $name }
rule-on = Taslakta açıldı. Yürürlüğe girmesi için yayımlayın.
rule-off = Taslakta kapatıldı. Yürürlüğe girmesi için yayımlayın.
part-name-help-rule = İnceleyenler bunu eşleşmenin gerekçesi olarak görür.
rule-when = Koşul
rule-use = { $word } kullan
rule-visibility = Kimler okuyabilir
rule-private = Yalnızca bu mağaza
rule-private-help = Ordergate'in dışına hiç çıkmaz.
rule-public = Herkese açık
rule-public-warning = Herkese açık kuralı herkes okuyabilir: her alıcının tarayıcısına gönderilir.
rule-points-help = −1000 ile 1000 arasında; koşul sağlanınca toplam puana eklenir.
rule-allow-help = Siparişin bekletilmeden ve işaretlenmeden geçmesini sağlar; puanları listede kalır.
rule-active = Etkin
rule-active-help = Etkin olmayan kurallar hiç çalışmaz.
rule-no-name = Kurala bir ad verin.
rule-no-when = Bir koşul yazın.
code-help = Örneğin: payment.method == "cod" and order.total > 500
part-rule = Kural
part-variable = Değişken
part-list = Liste
part-saved = Taslağa kaydedildi. Yürürlüğe girmesi için yayımlayın.
part-no-name = Bir ad verin, örneğin big_order.
part-gone-title = Bu artık taslakta değil
save-draft = Taslağa kaydet
variable-title = Değişkenler
part-add-variable = Yeni değişken
part-remove-variable = Değişkeni kaldır
part-removed-variable = Değişken taslaktan kaldırıldı
part-none-variable = Değişken, bir koşula veya sayıya kuralların kullanabileceği bir ad verir.
part-name-help-variable = Harf, rakam ve alt çizgi; kurallar onu bu adla kullanır.
variable-is = Karşılığı
list-title = Listeler
part-add-list = Yeni liste
part-remove-list = Listeyi kaldır
part-removed-list = Liste taslaktan kaldırıldı
part-none-list = Liste, “in” ile yapılan bir sınamanın değerlerini tutar; örneğin ülkeler veya ürünler.
part-name-help-list = Harf, rakam ve alt çizgi; kurallar onu bu adla kullanır.
list-values = Değerler
list-values-help = Her satıra bir tane.
words-title = Koşullarda kullanılan sözcükler
words-order = Sipariş
words-buyer = Alıcı
words-places = Adresler
words-payment = Ödeme ve satın alma
words-velocity = Önceki siparişler
words-lines = Satırlar
words-tests = Sınamalar
column-on = Açık
column-name = Ad
column-hits-30 = İsabet, 30 gün
publish-in-force = Anlık sürüm { $number } yürürlükte, yayımlandı:
publish-waiting = { $n ->
    [one] Bir değişiklik yayımlanmadı.
   *[other] { $n } değişiklik yayımlanmadı.
  }
publish-review = Gözden geçir ve yayımla…
publish-title = Yayımla: anlık sürüm { $number }
publish-text = Bir sonraki kontrolden itibaren siparişler burada yazılanlarla kontrol edilir. Hâlâ durdurulabilen siparişler yeniden kontrol edilir.
publish-do = Yayımla: anlık sürüm { $number }
publish-done = Anlık sürüm { $number } yürürlükte.
change-added = Yeni
change-changed = Değişti
change-removed = Kaldırıldı
change-take-back = Geri al
change-taken-back = Geri alındı
change-field-name = Ad
change-field-when = Koşul
change-field-is = Karşılığı
change-field-values = Değerler
change-field-points = Puan
change-field-effect = Etki
change-field-active = Etkin
change-field-visibility = Kimler okuyabilir
change-field-minimum_points = Alt sınır
change-field-decline_points = Ret sınırı
change-field-default_country = Ülke
change-field-time_zone = Saat dilimi

## Settings
settings-title = Ayarlar
settings-tab-decision = Puanlar ve kararlar
settings-tab-shop = Mağaza
settings-tab-connections = Bağlantılar
settings-tab-keys = API anahtarları
settings-tab-endpoints = Webhook'lar
settings-tab-audit = Denetim kaydı
rotate = Döndür
rotated = Döndürüldü.
rotate-text = Yenisi oluşturulur. Eskisi sona ermeden yenisini yerine koyun.
rotate-hours = Eskisinin çalışacağı süre, saat
rotate-hours-help = 0 ile 168 arasında. 0 ise hemen sona erer.
keys-text = Sunucu anahtarı bu mağazada her şeyi yapabilir. Ödeme sayfası anahtarı sayfada durur ve yalnızca ödeme sayfası belirteci isteyebilir.
key-add = Yeni anahtar
key-make = Anahtarı oluştur
key-edit = Anahtarı düzenle
key-kind = Tür
key-sk = Sunucu anahtarı
key-pk = Ödeme sayfası anahtarı
key-sk-help = Yalnızca kendi sunucularınızda: elinde bulunduran, bu mağazadaki her şeyi okuyup değiştirebilir.
key-pk-help = Ödeme sayfasında durur; herkes okuyabilir.
key-name-help = Ne için olduğu, örneğin depo.
key-origins = Kullanabilecek sayfalar
key-origins-help = https://shop.example gibi adresler, her satıra bir tane. Boşsa: her sayfa.
key-used = Son kullanım: { $day }
key-unused = Henüz kullanılmadı
key-ends = Bitiş
key-made = Anahtar
key-made-sk = Sunucularınız bunu bearer token olarak gönderir.
key-made-pk = Ödeme sayfasının script etiketine yazılır.
key-revoke = Geçersiz kıl
key-revoke-title = Geçersiz kıl: { $name }
key-revoke-text = Hemen çalışmaz olur. Bundan sonra onunla gelen istekler kabul edilmez.
key-rotate-title = Döndür: { $name }
endpoints-text = Platformunuzun siparişleri imzalı olarak ilettiği adresler.
endpoint-add = Yeni uç nokta
endpoint-make = Uç noktayı oluştur
endpoint-made = { $platform } için uç nokta
endpoint-url = Adres
endpoint-secret = Gizli anahtar
endpoint-secret-help = Yalnızca platform, Shopify gibi, kendi gizli anahtarını gösteriyorsa. Boşsa: yeni bir tane oluşturulur.
endpoint-previous = Eski gizli anahtarın bitişi
endpoint-remove = Kaldır
endpoint-remove-title = { $platform } uç noktasını kaldır
endpoint-remove-text = Adresi hemen çalışmaz olur: platformun iletileri kabul edilmez.
endpoint-rotate-title = { $platform } gizli anahtarını döndür
copy-address = Adresi kopyala
copy-secret = Gizli anahtarı kopyala
deliveries = Gelen iletiler
deliveries-title = Gelen iletiler: { $platform }
delivery-last = Gelen son ileti
delivery-none = Henüz ileti gelmedi
delivery-replay = Yeniden işle
delivery-replayed = Yeniden işlendi: { $outcome }
outcome-taken = Alındı
outcome-late = Geç geldi
outcome-stale = Eski sürüm
outcome-same = Öncekiyle aynı
outcome-conflict = Çakışma
outcome-ignored = Yok sayıldı
outcome-unreadable = Okunamadı
outcome-unknown_order = Bilinmeyen sipariş
not-set = Belirlenmedi
bad-number = Bir tam sayı yazın veya boş bırakın.
confirm-type = Doğrulamak için şunu yazın: { $word }
confirm-other = Yazdığınız başka bir sözcük.
switch-title = Ana şalter
switch-now-on = Tarama açık
switch-now-on-text = Mağazanın her siparişi kontrol edilir.
switch-now-off = Tarama kapalı
switch-now-off-text = Her sipariş kontrol edilmeden onaylanır.
switch-off = Taramayı kapat
switch-off-text = Bir sonraki siparişten itibaren hiçbir şey kontrol edilmez: kara liste ve kurallar ne derse desin her sipariş onaylanır. Bekletilen siparişler bekletilmeye devam eder.
switch-on = Taramayı aç
switch-on-text = Bir sonraki siparişten itibaren her sipariş yeniden kontrol edilir.
switch-publishes = { $n ->
    [one] Taslaktaki henüz yayımlanmamış değişiklik de birlikte yayımlanır.
   *[other] Taslaktaki henüz yayımlanmamış { $n } değişiklik de birlikte yayımlanır.
  }
switch-is-off = Tarama kapalı.
switch-is-on = Tarama açık.
decision-title = Sipariş ne zaman bekletilir
decision-text = Tüm eşleşmelerin puanları toplanır.
minimum = Alt sınır
minimum-help = Puanı bundan çok olan sipariş bekletilir.
decline = Ret sınırı
decline-help = İsteğe bağlı. Puanı bundan çok olan sipariş reddedildi olarak gösterilir; yine de yalnızca bekletilir, reddeden bir insandır.
default-points-heading = Varsayılan puanlar
default-points-text = Tek alanlı bir kayıt, kendi puanı yoksa kontrol anında bu puanı ekler. Boşsa: hiç eklemez.
reading-title = Siparişler nasıl okunur
default-country = Ülke
default-country-help = İki harf, örneğin TR.
time-zone = Saat dilimi
time-zone-help = Kurallardaki order.hour ve order.weekday için ve bu sayfadaki tüm saatler için.
shop-title = Mağaza
shop-saved = Kaydedildi. Yürürlükte.
shop-stop_window_hours = Durdurma süresi, saat
shop-stop_window_hours-help = Bir gönderinin, ilk kontrolünden sonra ne kadar süre durdurulabileceği. Boşsa: 24.
shop-review_hours = İnceleme süresi, saat
shop-review_hours-help = Daha eski bekletmeler gecikmiş olarak gösterilir; bekletilmeye devam eder. Boşsa: süre sınırı yok.
shop-codes = Bekletme kodları
shop-codes-help = Bekletmeler için kendi sözcükleriniz; bekletme listesi bunlarla süzülür.
shop-code-automatic = Kontrol sonucu bekletilen
shop-code-manual = Bir kişinin beklettiği
shop-list_fields = Kara listeye ekle
shop-list_fields-help = Bir siparişten veya müşteriden tek bir kayda kopyalanan alanlar. Sonra hepsi eşleşmelidir.
shop-fraud_fields = Kesinleşen dolandırıcılık
shop-fraud_fields-help = Bir siparişin dolandırıcılık olduğu kesinleşince bunların her biri “Beklet” etkili bir kayıt olur.
shop-kept = Saklananlar
shop-retention_days = Kişisel veriler, gün
shop-retention_days-help = Bundan sonra siparişlerden silinir. Boşsa: 730.
shop-delivery_body_days = Gelen ileti gövdeleri, gün
shop-delivery_body_days-help = Platformun gönderdiği, olduğu gibi. Boşsa: 30.
connections-text = Bağlantı varsa bekletmeler, serbest bırakmalar, iptaller ve para iadeleri mağazaya kendiliğinden ulaşır; hiçbir webhook ile gelmeyen siparişler her 5 dakikada bir alınır.
connection-none = Bağlı değil
connected = Bağlı
connection-failing = Hata veriyor
connection-key-ends = Anahtarın sonu: { $ends }
connection-polled = son sorgu
connection-not-polled = henüz sorgulanmadı
connection-webhook = { $state ->
    [active] Webhook'u çalışıyor
    [reactivated] Webhook'u kapanmıştı, yeniden açıldı
    [recreated] Webhook'u silinmişti, yeniden kuruldu
    [retrying] Webhook'u silinmiş; kurulumu her saat yeniden deneniyor
   *[missing] Bu mağazanın uç noktasına giden webhook'u yok
  }
connection-replace = Anahtarları değiştir
connection-remove = Kaldır
connection-remove-title = { $platform } bağlantısını kaldır
connection-remove-text = Anahtarları unutulur. Bekletmeler ve serbest bırakmalar Ordergate'te kalır, mağazaya artık ulaşmaz.
connection-saved = Bağlandı. Mağaza 5 dakika içinde sorgulanır.
connect = Bağla
connect-title = { $platform } bağlantısı kur
connect-text-woocommerce = WooCommerce'te Ayarlar, Gelişmiş, REST API altında Okuma/Yazma izni olan bir anahtar ekleyin.
connect-text-shopify = Shopify'da Ayarlar, Uygulamalar altında siparişleri ve gönderim siparişlerini (fulfillment orders) okuyup yazabilen bir uygulama geliştirin ve yükleyin.
connect-address-woocommerce = Mağazanın adresi
connect-address-help-woocommerce = Örneğin https://shop.example
connect-address-shopify = Alan adı
connect-address-help-shopify = Örneğin my-shop.myshopify.com
connect-key = Tüketici anahtarı (consumer key)
connect-secret = Tüketici gizli anahtarı (consumer secret)
connect-token = Erişim belirteci
connect-secret-help = Şifrelenerek saklanır, bir daha gösterilmez.
connect-hold = Bekletilen siparişe eklenen
connect-hold-note = Özel not
connect-hold-status = Özel not ve on-hold durumu
connect-hold-note-help = Alıcılar bundan bir şey görmez.
connect-hold-status-warning = Alıcılar on-hold durumunu hesaplarında görür ve WooCommerce bunu onlara e-postayla bildirir.

## Install
install-title = Kurulum
install-api = Özel mağaza
install-checkout = Ödeme sayfası
install-endpoint = Siparişlerin iletileceği adresi oluşturun
install-endpoint-there = Oluşturuldu. Adres ve gizli anahtar bir kez gösterildi; kaybolduysa uç noktayı kaldırıp yenisini oluşturun:
install-endpoint-woocommerce = Bir adres ve bir gizli anahtar alırsınız, yalnızca bir kez. İkisini de sonraki adım için saklayın.
install-endpoint-shopify = Önce Shopify'ın Ayarlar, Bildirimler, Webhook'lar altında gösterdiği gizli anahtarı kopyalayın: tüm iletiler onunla imzalanır. Sonraki adım için adresi alırsınız.
install-where-woocommerce = Bunları WooCommerce'e girin
install-how-woocommerce = Ayarlar, Gelişmiş, Webhook'lar, Webhook ekle: durum Etkin, adres Teslimat URL'si (Delivery URL) alanına, gizli anahtar Gizli anahtar (Secret) alanına, API sürümü 3. Her konu için bir kez yapın:
install-where-shopify = Adresi Shopify'a girin
install-how-shopify = Ayarlar, Bildirimler, Webhook'lar, Webhook oluştur: biçim JSON, URL olarak adres. Her konu için bir kez yapın; ödeme itirazları yalnızca Shopify Payments ile vardır:
install-back = Bekletmelerin mağazaya ulaşmasını sağlayın
install-back-text = Mağazayı bağlayın; bekletilen sipariş orada da bekletilir:
install-seen = İlk siparişin gelişini görün
install-seen-how = Bir deneme siparişi verin. Az sonra Siparişler altında görünür.
install-copy-topic = { $topic } kopyala
install-key = Bir anahtar oluşturun
install-key-text = Yalnızca kendi sunucularınız için bir sunucu anahtarı:
install-pk-text = Mağaza sayfalarının adresini taşıyan bir ödeme sayfası anahtarı:
install-order = Her siparişi gönderin
install-order-text = Verildiğinde, sonra da her değiştiğinde daha yeni bir updated_at ile. Yanıtta karar bulunur. Yalnızca id, placed_at, currency ve total gereklidir; eklenen her alan kontrolü iyileştirir.
install-ask = Göndermeden önce sorun
install-ask-text = Bekletilen sipariş, biri serbest bırakana kadar false yanıtını verir.
install-tag = Betiği ödeme sayfasına koyun
install-tag-text = pk_… yerine ödeme sayfası anahtarınızı ve formun seçicisini yazın. Hiçbir şeyi engellemez, alıcı bundan bir şey görmez.
install-token = Belirteci iletin
install-token-text = Betik, forma ordergate_token adıyla bir belirteç koyar. Onu siparişle birlikte token alanında gönderin: belirteci eksik olan veya başka bir sepete ait olan sipariş, kurallarınızın kullanabileceği bir bilgidir.
snippet = Kopyalanacak metin

## Outbox
outbox-title = Giden kutusu
outbox-pending = Sırada
outbox-retry = Yeniden denenen
outbox-sent = Gönderilen
outbox-dead = Gönderilemeyen
outbox-expired = Çok geç
outbox-none-title = Henüz e-posta yazılmadı
outbox-none-such = Böyle bir e-posta yok
outbox-none-text = Bir sipariş bekletildiğinde veya bir vaka açıldığında, kişilere giden e-postalar ilk denemeden sonuncuya kadar burada durur.
mail-kind-hold = Bekletme
mail-kind-mark = İşaret
mail-kind-case = Vaka
mail-kind-digest = Özet
mail-kind-test = Deneme
mail-bounced = Geri döndü
mail-order = Siparişi aç
mail-retry = Yeniden gönder
mail-retried = Yeniden gönderiliyor.
stuck-title = Mağazaya bildirilemedi
stuck-what = { $platform }: { $what }, istendi
command-hold = Bekletme
command-release = Serbest bırakma
command-cancel = İptal
command-refund = Para iadesi
command-dead = Vazgeçildi
command-unknown = Bilinmiyor
command-unknown-help = Yanıt kayboldu. Sonucun ne olduğu mağazaya soruluyor.
command-retry = Yeniden bildir
command-retried = Mağazaya yeniden bildiriliyor.

## Contacts
contacts-title = Kişiler
contacts-bounced = Bir kişiye giden e-postalar geri dönüyor. Deneme e-postası gönderin veya e-postalar ulaşmadığında bilgilendirilecek ikinci bir kanal verin.
contacts-none-title = Henüz kimse bilgilendirilmiyor
contacts-none-text = Bir sipariş bekletildiğinde veya bir vaka açıldığında kişilere, paketi durdurmaya yetecek zamanda e-posta gönderilir. Oturum açmaları gerekmez.
contact-add = Yeni kişi
contact-edit = Kişiyi düzenle
contact-saved = Kişi kaydedildi
contact-remove = Kaldır: { $name }
contact-removed = { $name } artık bilgilendirilmiyor.
contact-bounced = E-postalar geri dönüyor, ilki
contact-test = Deneme e-postası:
contact-send-test = Deneme e-postası gönder
contact-no-name = Kim olduğunu yazın.
contact-no-email = Adresin tamamını yazın.
contact-language = Dil
contact-language-help = E-postalar, tarihler ve tutarlar bu dilde yazılır.
contact-hears = Bilgilendirildiği konular
contact-channel = İkinci kanal
contact-channel-help = İsteğe bağlı. Üç e-posta ulaşmadığında imzalı bir POST isteği alan, size ait bir https adresi.
contact-channel-to = İkinci kanal: { $host }
contact-secret-title = İkinci kanalın gizli anahtarı
contact-secret-about = Bu adrese giden her POST isteği, Standard Webhooks'ta tanımlandığı gibi bu gizli anahtarla imzalanır.
hears-holds = Bekletilen siparişler
hears-holds-help = Hemen, gerekçeleriyle.
hears-cases = Vakalar
hears-cases-help = Hemen; onaylanmış bir siparişin şüpheli olduğu anlaşıldığında ve gönderisi hâlâ durdurulabiliyorken.
hears-marks = İşaretlenen siparişler
hears-marks-help = İşaret nedeniyle hiçbir şey durdurulmaz.
hears-marks-at_once = İşaretlenen siparişler
hears-marks-digest = İşaretlenen siparişler, özet
hears-nothing = Hiçbiri
marks-at_once = Hemen
marks-digest = Her 15 dakikada bir özet
marks-off = Hiç

## Fields
field-first_name = Ad
field-last_name = Soyad
field-street = Sokak
field-house_number = Kapı numarası
field-postcode = Posta kodu
field-postcode_extended = Uzun posta kodu
field-city = Şehir
field-email = E-posta
field-ip = IP
field-phone = Telefon
field-country = Ülke
field-company = Şirket
field-tax_id = Vergi numarası
field-customer_id = Müşteri numarası
field-payment_fingerprint = Ödeme izi
field-device = Cihaz
field-email_domain = E-posta alan adı

## Today
today-title = Bugün
today-all = Tümünü göster
today-cases = Vakalar, en az süresi kalan önce
today-cases-none = Durdurulması gereken paket yok. Geçmesine izin verilen bir siparişin dolandırıcılık olduğu ortaya çıkarsa vaka açılır.
today-holds = Bekletilen siparişler, en uzun bekleyen önce
today-holds-none = Karar bekleyen sipariş yok.
tile-cases = Açık vakalar
tile-unassigned = { $n ->
    [0] her biriyle ilgilenen var
   *[other] { $n } atanmamış
  }
tile-holds = Bekletilen siparişler
tile-overdue = { $n } gecikmiş inceleme
tile-over = Durdurmak için geç kalınan vakalar
tile-not_checked = Kontrol edilmeyen, 7 gün
alerts-title = Bakılması gerekenler
alert-contacts_bouncing = { $n ->
    [one] { $count } kişiye giden e-postalar geri dönüyor: bilgilendirilemiyor.
   *[other] { $count } kişiye giden e-postalar geri dönüyor: bilgilendirilemiyorlar.
  }
alert-mails_dead = { $n ->
    [one] Son 7 günde { $count } e-posta gönderilemedi.
   *[other] Son 7 günde { $count } e-posta gönderilemedi.
  }
alert-commands_dead = { $n ->
    [one] Mağazaya bir siparişin bekletilmesi, serbest bırakılması, iptali veya para iadesi bir kez bildirilemedi.
   *[other] Mağazaya bir siparişin bekletilmesi, serbest bırakılması, iptali veya para iadesi { $count } kez bildirilemedi.
  }
alert-polls_failing = { $n ->
    [one] Ordergate yeni siparişleri sorduğunda bir mağaza platformu yanıt vermiyor.
   *[other] Ordergate yeni siparişleri sorduğunda { $count } mağaza platformu yanıt vermiyor.
  }
alert-not_checked = { $n ->
    [one] Son 7 günün { $count } siparişi kontrol edilmedi: hakkında kimse karar vermedi.
   *[other] Son 7 günün { $count } siparişi kontrol edilmedi: haklarında kimse karar vermedi.
  }
chart-title = 14 günün siparişleri
chart-says = 14 günde { $orders } sipariş; { $held } bekletilen, { $marked } işaretlenen. Tabloda her gün ayrı ayrı yer alır.
chart-day = { $day }: { $orders } sipariş, { $held } bekletilen, { $marked } işaretlenen
chart-fine = Geçen
chart-table = Tablo olarak
chart-date = Gün
chart-orders = Sipariş
chart-held = Bekletilen
chart-marked = İşaretlenen
set-up-title = Yapılandırma
set-up-count = { $all } adımdan { $done } tamam
set-up-done = Tamam:
set-up-missing = Eksik:
set-up-orders = Siparişler geliyor
set-up-orders-text = Mağazanın platformunu bağlayın veya siparişleri POST /v1/orders ile gönderin. Henüz sipariş gelmedi.
set-up-minimum = Alt sınır belirlendi
set-up-minimum-text = Alt sınır belirlenene kadar hiçbir sipariş puan nedeniyle bekletilmez.
set-up-stop_window = Durdurma süresi belirlendi
set-up-stop_window-text = Mağazanın bir paketi kaç saat daha durdurabileceği. 24 saat varsayılır.
set-up-contacts = E-posta alan biri var
set-up-contacts-text = Kişi yoksa bekletmeler ve vakalar hakkında kimse bilgilendirilmez.
set-up-rules = Kurallar yayımlandı
set-up-rules-text = Kurallar yoksa yalnızca kara liste eşleşme bulur.
set-up-entries = Kara listede kayıt var
set-up-entries-text = Ödeme yapmamış bir alıcı ekleyin veya bir liste içe aktarın.

## Selected rows
select = Seç: { $name }
select-all = Gösterilenlerin tümünü seç
bulk-chosen = { $n } seçildi
bulk-clear = Seçimi temizle
bulk-left = Bunlar olduğu gibi kaldı:
bulk-fields-help = Siparişte bunlardan hangileri varsa tek bir kayıt olur; hepsi eşleşmelidir.
bulk-fields-newest = Müşteri için en yeni siparişi esas alınır.
bulk-recheck = Yeniden kontrol et
bulk-recheck-done = { $n ->
    [one] { $count } sipariş yeniden kontrol edildi.
   *[other] { $count } sipariş yeniden kontrol edildi.
  }
bulk-now-held = { $n ->
    [one] Bunlardan { $n } tanesi artık bekletiliyor.
   *[other] Bunlardan { $n } tanesi artık bekletiliyor.
  }
bulk-hold = Beklet…
bulk-hold-title = { $n ->
    [one] Siparişi beklet: { $name }
   *[other] { $n } siparişi beklet
  }
bulk-hold-text = Biri serbest bırakana kadar hiçbiri işleme alınmaz.
bulk-hold-do = Beklet
bulk-hold-done = { $n ->
    [one] { $count } sipariş bekletiliyor.
   *[other] { $count } sipariş bekletiliyor.
  }
bulk-release = Serbest bırak…
bulk-release-title = { $n ->
    [one] Siparişi serbest bırak: { $name }
   *[other] { $n } siparişi serbest bırak
  }
bulk-release-text = Gönderilebilirler. Bir siparişi ancak mağazada değiştirildikten sonraki yeni bir kontrol yeniden bekletebilir.
bulk-release-do = Serbest bırak
bulk-release-done = { $n ->
    [one] { $count } sipariş serbest bırakıldı.
   *[other] { $count } sipariş serbest bırakıldı.
  }
bulk-cancel = İptal et…
bulk-cancel-title = { $n ->
    [one] Siparişi iptal et: { $name }
   *[other] { $n } siparişi iptal et
  }
bulk-cancel-text = Mağazaya, iptal etmesi ve ödeneni geri vermesi bildirilir. Bu işlem geri alınamaz.
bulk-cancel-do = Kalıcı olarak iptal et
bulk-cancel-done = { $n ->
    [one] { $count } sipariş iptal edildi.
   *[other] { $count } sipariş iptal edildi.
  }
bulk-cancel-untold = { $n ->
    [one] { $count } sipariş iptal edildi olarak kaydedildi. Ordergate mağazaya ulaşamıyor: siparişi orada da iptal edin.
   *[other] { $count } sipariş iptal edildi olarak kaydedildi. Ordergate mağazaya ulaşamıyor: siparişleri orada da iptal edin.
  }
bulk-add_to_blacklist = Kara listeye ekle…
bulk-add_to_blacklist-title = { $n ->
    [one] Kara listeye ekle: { $name }
   *[other] Seçilen { $n } alıcıyı kara listeye ekle
  }
bulk-add_to_blacklist-do = Kara listeye ekle
bulk-add_to_blacklist-done = { $n ->
    [one] { $count } alıcı kara listede.
   *[other] { $count } alıcı kara listede.
  }
bulk-export = Dışa aktar…
export-title = { $n ->
    [one] { $count } siparişi dışa aktar
   *[other] { $count } siparişi dışa aktar
  }
export-all = Filtrelerin gösterdiği tüm siparişleri dışa aktar
export-text = Elektronik tabloların olduğu gibi açtığı bir CSV dosyası: her sipariş için bir satır, saatler { $zone } dilimindedir. Hiçbir hücre formül olarak çalışmaz. Sütunlar:
export-care = Adlar ve şehirler kişisel veridir: dosyayı gerektiği sürece saklayın, sonra silin. E-postalar, telefonlar ve adresler burada kalır.
export-reading = { $count } sipariş okundu…
export-do = Dosyayı kaydet
export-done = { $n ->
    [one] { $count } sipariş { $name } dosyasında.
   *[other] { $count } sipariş { $name } dosyasında.
  }
export-cut = Daha fazlası var: kalanı için listeyi daraltın.
export-id = Kimlik
export-currency = Para birimi
export-yes = evet
export-no = hayır

## Holds
holds-title = Bekletmeler
holds-all = Tümü
holds-automatic = Kontrolle
holds-manual = Elle
holds-overdue = İnceleme gecikti
holds-free = Sahipsiz
holds-locked = Üstlenilen
holds-caption = Bekletilen siparişler: { $filter }
holds-shown = { $n ->
    [one] Bekletilen { $count } sipariş gösteriliyor
   *[other] Bekletilen { $count } sipariş gösteriliyor
  }
holds-none-title = Buna uyan bekletilen sipariş yok
holds-none-text = Bekletilen diğer siparişler başka bir filtrede olabilir.
holds-code-title = Yalnızca bu kodlu bekletmeler
holds-one-code = Yalnızca { $code } kodlu bekletmeler gösteriliyor.
holds-review = inceleme
column-since = Bekletildi
column-lock = Üstlenen
hold-lock = Üstlen
hold-locked-by = Üstlenen
hold-unlock = Bırak
hold-override = Devral…
hold-override-title = Bu bekletmeyi { $by } üstlendi
hold-override-text = Yalnızca yöneticiyseniz veya anlaştıysanız devralın. Karşı tarafın bitirmediği iş kaybolur.
hold-override-do = Devral
hold-yours = { $name } sizde.

## Customers
customers-title = Müşteriler
customers-find = E-posta, telefon, ad veya müşteri kimliği
customers-found = Aranan: { $text }. Aradığınız şey adrese ve hiçbir günlüğe yazılmaz.
customers-shown = { $n ->
    [one] { $count } müşteri gösteriliyor
   *[other] { $count } müşteri gösteriliyor
  }
customers-last = Son sipariş
customers-unit = { $n ->
    [one] sipariş
   *[other] sipariş
  }
customers-none-title = Henüz müşteri yok
customers-none-text = Sipariş veren herkes en yeni siparişiyle burada listelenir: ne sıklıkta aldı, sonucu ne oldu ve bir sonraki siparişi geçer miydi.
customers-unknown-title = Kimse bulunamadı
customers-unknown-text = Hiçbir siparişte bu e-posta, telefon veya müşteri kimliği yok; yazılışı önemli değildir ama tamamı yazılmalıdır. Adlar, en yeni 5.000 siparişte her sözcüğün başından aranır.
customer-open = Bu alıcıyla ilgili her şey
customer-previous = Önceki müşteri
customer-next = Sonraki müşteri
customer-back-key = Müşterilere dön (u)
customer-allow = İzin listesine ekle…
customer-nameless = Adsız
customer-unknown-title = Böyle bir müşteri yok
customer-unknown-text = Bu mağazanın hiçbir siparişinde bu anahtar yok. Silinmiş veya mağazada değiştirilmiş olabilir.
customer-joined = e-posta, telefon, müşteri kimliği ve ödemeyle birleştirildi
customer-newest = { $joined } siparişin en yeni { $n } tanesi gösterilir ve toplanır
customer-first = İlk sipariş
customer-sum = Sipariş toplamı
customer-lost = İptal veya ret
customer-unclaimed = Alınmayan koliler
pass-label = Bu alıcı şimdi geçer miydi?
pass-good = Şimdi geçerdi: { $why }
pass-marked = Şimdi işaretlenerek geçerdi: { $why }
pass-held = Şimdi bekletilirdi: { $why }
pass-from = O zamana kadar bir şey olmazsa { $when } tarihinden itibaren geçer.
pass-never = Onu bekleten şey kendiliğinden sona ermez.
pass-text = En yenisi gibi, şimdi verilecek başka bir sipariş için. Hiçbir şey kaydedilmez.
pass-unknown = En yeni siparişin alanları silinmiş veya okunamamış; bir sonrakinin geçip geçmeyeceği söylenemez.
reasons-title = Gerekçeler
reasons-none = Hiçbir kayıt ve hiçbir kural eşleşmezdi.
column-lapses = Sona erer
lapses-never = kendiliğinden değil
labels-title = Geri bildirim
label-blocked = Engellendi
label-not_blocked = Engellenmedi
label-fraud = Dolandırıcılık
label-legitimate = Meşru
label-chargeback = Ters ibraz
label-refund_abuse = İade istismarı
label-unsure = Emin değil

## Cases
cases-title = Vakalar
cases-open = Açık
cases-mine = Benim
cases-unassigned = Atanmamış
cases-snoozed = Ertelenen
cases-over = Süresi dolan
cases-closed = Yanıtlanan
cases-caption = Vakalar: { $filter }
cases-shown = { $n ->
    [one] { $count } vaka gösteriliyor
   *[other] { $count } vaka gösteriliyor
  }
cases-asleep = Erteleme bitişi
cases-show-open = Açık vakaları göster
cases-open-title = Açık vaka yok
cases-open-text = Geçmesine izin verilen bir siparişin dolandırıcılık olduğu ortaya çıkarsa vaka açılır: bunu bir kişi veya ödeme sağlayıcısı bildirir ya da yeni bir kayıt veya kural siparişle eşleşir. Paketini durdurmak için en az süresi kalan vaka en başta yer alır.
cases-mine-title = Sizde vaka yok
cases-mine-text = “Sıradakini üstlen”, kimsede olmayan en acil vakayı size verir.
cases-unassigned-title = Her açık vakayla biri ilgileniyor
cases-unassigned-text = Kimsenin üstlenmediği vaka, paketi hâlâ durdurulabiliyorken burada bekler.
cases-snoozed-title = Ertelenen vaka yok
cases-snoozed-text = Ertelenen vaka, zamanı gelene kadar listelerde görünmez; durdurma süresi işlemeye devam eder.
cases-over-title = Geç kalınmış açık vaka yok
cases-over-text = Durdurma süresi kimse yanıtlamadan dolarsa vaka yanıtını burada bekler.
cases-closed-title = Henüz yanıtlanan vaka yok
cases-closed-text = Yanıtlar, hangi kayıtların ve kuralların doğru olduğunu Ordergate'e öğretir.
column-left = Kalan süre
column-order = Sipariş
column-why = Neden
column-assignee = Atanan
column-opened = Açıldı
nobody = hiç kimse
window-over-short = Süre doldu
span-days = { $days } gün
span-hours = { $hours } sa
span-minutes = { $minutes } dk
cause-check = Yeni kontrol
cause-declined = Reddedildi
cause-fraud = Dolandırıcılık
cause-dispute = Ödemeye itiraz edildi
resolution-blocked = Engellendi
resolution-not_blocked = Engellenmedi
resolution-too_late = Çok geç
case-title = Sipariş { $number } vakası
case-next = Sıradakini üstlen
case-previous = Önceki vaka
case-following = Sonraki vaka
case-back-key = Vakalara dön (u)
case-order = Siparişi aç
case-unknown-title = Böyle bir vaka yok
case-unknown-text = Bu mağazada bu kimlikte bir vaka yok.
case-window = Gönderiyi durdurma süresi
case-left = Gönderiyi durdurmak için { $left } kaldı
case-over = Gönderiyi durdurma süresi doldu
case-facts = Vaka
case-answer = Yanıt
case-deadline = Son durdurma zamanı
case-opened = Açıldı
case-opened-by = Açan
case-cause = Neden
case-asleep-until = Erteleme bitişi
case-take = Üstlen
case-taken = Vaka sizde.
case-give-back = Bırak
case-given-back = Vaka artık kimsede değil.
case-assign = Ata…
case-assign-title = Sipariş { $number } vakasını ata
case-assign-help = Boşsa: hiç kimse.
case-assign-do = Ata
case-note = Not
case-note-title = Sipariş { $number } vakasına not
case-note-help = Bu vakaya bakan herkes görür.
case-note-missing = Önce notu yazın.
case-note-do = Not ekle
case-snooze = Ertele
case-snooze-title = Sipariş { $number } vakasını ertele
case-snooze-text = Bu süre boyunca listelerde görünmez. Gönderiyi durdurma süresi işlemeye devam eder.
case-nap-late = durdurma süresinden sonra
case-sleeps = Vaka ertelendi.
case-wake = Ertelemeyi bitir
case-awake = Erteleme bitti
case-final = Yanıt kesindir. Hangi kayıtların ve kuralların doğru olduğunu Ordergate'e öğretir.
case-blocked-title = Sipariş { $number }: gönderi durduruldu
case-blocked-text = Paket yola çıkmadı veya zamanında geri döndü.
case-blocked-do = Yanıtla: Engellendi
case-not_blocked-title = Sipariş { $number }: gönderi yola çıkıyor
case-not_blocked-text = Siparişte sorun yok veya kimse durdurulmasını istemiyor.
case-not_blocked-do = Yanıtla: Engellenmedi
case-too_late-title = Sipariş { $number }: çok geçti
case-too_late-text = Paket, kimse durduramadan yola çıkmıştı. Bu, kayıtlar ve kurallar hakkında bir şey öğretmez.
case-too_late-do = Yanıtla: Çok geç
case-was-blocked = Engellendi: gönderi durduruldu
case-was-not_blocked = Engellenmedi: gönderi yola çıktı
case-was-too_late = Çok geç: paket yola çıkmıştı
linked-title = Bu alıcının diğer siparişleri
linked-count = { $n ->
    [0] yok
    [one] { $n } sipariş
   *[other] { $n } sipariş
  }
linked-none = E-postası, telefonu, müşterisi veya ödemesi bununla aynı olan başka sipariş yok.
action-case-opened = Vaka açıldı
action-case-turned = Yeniden bildirildi
action-case-note = Not
action-case-assigned = Atanan
action-case-snoozed = Erteleme bitişi
action-case-resolved = Yanıtlandı
action-case-mail_queued = E-posta sıraya alındı
action-case-mail_sent = E-posta gönderildi
action-case-mail_dead = E-posta gönderilemedi
action-case-mail_expired = E-posta artık gönderilmeyecek
action-case-mail_bounced = E-posta geri döndü
actor-contact = Kişi

# Users and roles.
keys-here = Bu sayfada
keys-select = Satırı seç
bar-user = Rolünüz: { $role }
role-viewer = İzleyici
role-analyst = Analist
role-approver = Onaylayıcı
role-admin = Yönetici
role-viewer-help = Her şeyi görür, hiçbir şeyi değiştirmez.
role-analyst-help = Ayrıca siparişleri bekletir, alıcıları listeye ekler, vakaları üstlenir ve not yazar.
role-approver-help = Ayrıca siparişleri serbest bırakır ve iptal eder, vakaları yanıtlar, kuralları değiştirir ve yayımlar.
role-admin-help = Ayrıca ayarları, kişileri, anahtarları, bağlantıları ve kullanıcıları değiştirir.
role-note = Buna { $role } olarak bakıyorsunuz. Değiştirmek için { $needed } rolü gerekir; bir yönetici verebilir.
settings-tab-users = Kullanıcılar
users-text = Bu mağazada oturum açan kişiler. Yalnızca e-posta alan kişiler kullanıcı değildir.
user-invite = Birini davet et
user-invite-do = Bağlantıyı oluştur
user-edit = Kullanıcıyı değiştir
user-role = Rol
user-name-help = Vakalar, bekletmeler ve denetim kaydı bu adı kullanır. Bir ad iki kez verilmez.
user-name-missing = Kullanıcının adını yazın.
user-you = Siz
user-last-admin = Tek yönetici: değiştirmeden önce başka birini yönetici yapın.
user-seen = Oturum açtı
user-never = Henüz oturum açmadı
user-passkeys = { $n ->
    [0] Geçiş anahtarı yok
    [one] Bir geçiş anahtarı
   *[other] { $n } geçiş anahtarı
}
user-link = Yeni bağlantı
user-link-title = { $name } için bağlantı
user-link-text = Açan kişi bu kullanıcı olarak oturum açar: başkasına göndermeyin. Bir kez çalışır.
user-link-until = Bitişi
user-link-copy = Bağlantıyı kopyala
user-link-done = Aldım
user-saved = Kaydedildi. Kişinin sonraki adımından itibaren geçerli.
user-remove = Kaldır
user-remove-title = { $name } kullanıcısını kaldır
user-remove-text = Oturumu hemen kapanır ve yeniden açamaz. Yaptıkları denetim kaydında adıyla kalır.
user-removed = Kaldırıldı.
action-user-invited = Kullanıcı davet edildi
action-user-changed = Kullanıcı değiştirildi
action-user-removed = Kullanıcı kaldırıldı
action-user-link_made = Oturum açma bağlantısı oluşturuldu
action-user-signed_in = Oturum açıldı

# The engine beside the editor, and edits that met.
cost-title = En kötü durumda maliyet
cost-all = Tüm etkin kurallar: { $budget } adımın { $steps } adımı.
cost-rule = Bu kural: { $steps } adım.
cost-unknown = Taslakta yanlış bir şey kalmayınca ölçülür.
cost-measuring = Ölçülüyor…
conflict-title = Bu arada biri bunu değiştirdi
conflict-text = Metniniz hâlâ burada. Kaydederseniz onunkinin yerine geçer:
conflict-removed = Taslaktan kaldırıldı. Metniniz hâlâ burada; kaydederseniz yeniden eklenir.
conflict-take = Onunkini al
action-variable-added = Taslağa değişken eklendi
action-variable-replaced = Taslaktaki değişken değiştirildi
action-variable-removed = Değişken taslaktan kaldırıldı
action-list-added = Taslağa liste eklendi
action-list-replaced = Taslaktaki liste değiştirildi
action-list-removed = Liste taslaktan kaldırıldı
action-key-added = API anahtarı oluşturuldu
action-key-changed = API anahtarı değiştirildi
action-key-rotated = API anahtarı yenilendi
action-key-revoked = API anahtarı iptal edildi
action-endpoint-added = Webhook uç noktası oluşturuldu
action-endpoint-rotated = Webhook sırrı yenilendi
action-endpoint-removed = Webhook uç noktası kaldırıldı
action-delivery-replayed = Teslimat yeniden okundu
action-connection-set = Bağlantı kuruldu
action-connection-removed = Bağlantı kaldırıldı
action-contact-added = Kişi eklendi
action-contact-replaced = Kişi değiştirildi
action-contact-removed = Kişi kaldırıldı
action-contact-tested = Deneme e-postası gönderildi
action-mail-retried = E-posta yeniden gönderildi
action-passkey-added = Geçiş anahtarı eklendi
action-passkey-removed = Geçiş anahtarı kaldırıldı
action-session-ended = Oturum sonlandırıldı
action-privacy-exported = Kişisel veriler dışa aktarıldı
action-privacy-erased = Kişisel veriler silindi
action-order-labelled = Etiketlendi
action-order-erased = Siparişteki kişisel veriler silindi
audit-order = Sipariş
audit-case = Vaka
audit-entry = Kayıt
audit-rule = Kural
audit-variable = Değişken
audit-list = Liste
