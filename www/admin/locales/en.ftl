### Every word of the admin page, in English. The words for things are those of the product's vocabulary.

## Frame
product = Ordergate
nav = Main
language = Language
menu = Menu
nav-group-work = Work
nav-group-lists = Lists and rules
nav-today = Today
nav-cases = Cases
nav-holds = Holds
nav-orders = Orders
nav-customers = Customers
nav-blacklist = Blacklist
nav-rules = Rules
nav-group-setup = Set-up
nav-contacts = Contacts
nav-settings = Settings
nav-outbox = Outbox
nav-install = Install
skip = Skip to content
sign-out = Sign out
loading = Loading…
refresh = Refresh
retry = Try again
close = Close
cancel = Cancel
dismiss = Dismiss
undo = Undo
save = Save
edit = Edit
copy = Copy
copied = Copied
copy-failed = The browser did not allow it: select the text and copy it.
secret-once = It is shown this once. Keep it where only your server can read it.
secret-kept = I have kept it
never = Never
on = on
off = off
required = (required)
load-more = Load more
colon = :
time-now = just now
theme-button = Theme: { $theme }. Switch to { $next }
theme-system = system
theme-light = light
theme-dark = dark

window-title = { $view } · Ordergate
window-today = Today
window-cases = Cases
window-case = Case
window-holds = Holds
window-orders = Orders
window-order = Order
window-customers = Customers
window-customer = Customer
window-blacklist = Blacklist
window-rules = Rules
window-contacts = Contacts
window-settings = Settings
window-outbox = Outbox
window-install = Install
window-signed-out = Signed out
window-unknown = Not found
missing-title = This part of the page did not load
missing-text = Either the connection is down, or Ordergate was updated since this page was opened. Nothing was changed.
missing-reload = Load the page again
unknown-title = There is nothing at this address
unknown-text = The address may be mistyped, or it belongs to a newer version of this page.

keys-button = Keys
keys-title = Keys
keys-go = Go to
keys-switch = Single keys are on

## Signed out
signed-out-title = You are signed out
signed-out-after = You have been signed out
signed-out-or = Or ask for a sign-in link:
access-sign-in = Sign in with Cloudflare Access
passkey-sign-in = Sign in with a passkey
passkey-cancelled = No passkey was used. Try again, or use a link.
passkey-there = This device has a passkey of yours already.
passkey-note = You need a link to sign in. With a passkey you do not.
passkey-note-later = Not now
passkeys-title = Your passkeys
passkeys-text = A passkey signs you in by fingerprint, face or the screen lock of your device, in every shop you belong to. Nothing that could be stolen is kept here.
passkeys-none = You have no passkey yet.
passkeys-name = Passkeys need a name in the address bar, not a number:
passkey-add = Add a passkey
passkey-add-text = Your browser asks you next, and your device makes the passkey.
passkey-go-on = Go on
passkey-name = What you call it
passkey-name-first = Passkey { $number }
passkey-name-missing = Give it a name, so that you know it among others.
passkey-added = added
passkey-used = used
passkey-remove = Remove { $name }
passkey-remove-action = Remove the passkey
passkey-remove-text = It does not sign you in any more. Take it off your device as well.
passkey-is-added = Passkey added. It signs you in next time.
passkey-is-removed = Passkey removed.
sessions-title = Where you are signed in
sessions-title-all = Who is signed in
sessions-text = A session ends by itself after 30 minutes without use, and after 12 hours at the latest.
session-this = this one
session-begun = since
session-seen = last used
session-end = End
session-ended = The session has ended.
settings-tab-sign-in = Sign-in
signed-out-ask = Ask for a sign-in link:
signed-out-prints = prints one
signed-out-once = A link works once. Open it in this browser and you are back here, signed in.
signed-out-again = I have signed in

## Problems
problem-network = Ordergate cannot be reached
problem-network-detail = Check the connection, then try again. Nothing was changed.
problem-timeout = Ordergate did not answer in time
problem-ours = Something failed on our side
problem-refused = That was refused
problem-status = Status { $status }
hidden-character = Hidden character { $code }

## States, decisions, effects
state-approved = Approved
state-held = Held
state-not_checked = Not checked
state-cancelled = Cancelled
state-shipped = Shipped
state-released = Released
state-declined = Declined
state-fraud = Fraud
flag-held = Held
flag-marked = Marked
flag-not_checked = Not checked
verdict-approve = Approve
verdict-review = Review
verdict-decline = Decline
effect-points = Points
effect-mark = Mark
effect-hold = Hold
effect-hold_always = Hold always
effect-allow = Allow
effect-points-help = Adds points to the score. The order is held when the score is more than the shop's minimum.
effect-mark-help = Shows the order as suspicious. Nothing is stopped.
effect-hold-help = Holds the order, whatever its points, unless an allow entry matches too.
effect-hold_always-help = Holds the order even when an allow entry matches.
effect-allow-help = Lets the order pass without hold or mark; its points stay listed. Needs a customer id, a payment fingerprint or at least two fields.
platform-woocommerce = WooCommerce
platform-shopify = Shopify
platform-api = API

## Points
points-none = No points
points-of-minimum = { $score ->
    [one] { $score } point
   *[other] { $score } points
  }, minimum { $minimum }
points-no-minimum = { $score ->
    [one] { $score } point
   *[other] { $score } points
  }, no minimum set
points-other-effect = Only the effect “Points” adds points
no-minimum = No minimum is set: nothing is held by points.

## Orders
orders-title = Orders
orders-filters = Show
orders-previous = Previous order
orders-next = Next order
orders-open = Open
orders-caption = Orders: { $filter }
orders-shown = { $n ->
    [one] { $count } order shown
   *[other] { $count } orders shown
  }
orders-find = Find by order number
orders-narrow = Filters
orders-more = { $n ->
    [0] Filters
   *[other] Filters: { $n }
  }
orders-clear = Clear filters
orders-any = Any
orders-number = Orders with the number { $number }, whatever their state.
narrow-state = State
narrow-decision = Decision
narrow-points = Points at least
narrow-from = Placed from
narrow-to = Placed until
filter-all = All
filter-held = Held
filter-marked = Marked
filter-not_checked = Not checked
filter-approved = Approved
filter-released = Released
column-number = Order
column-buyer = Buyer
column-city = City
column-placed = Placed
column-total = Total
column-points = Points
column-state = State
column-platform = Platform
empty-show-all = Show all
empty-all-title = No orders yet
empty-all-text = Orders appear here as soon as your shop sends them: by its webhook, or with POST /v1/orders.
empty-held-title = No order is held
empty-held-text = An order is held when its points are more than the minimum, or when an entry with the effect “Hold” matches. It then waits here.
empty-marked-title = No order is marked
empty-marked-text = Any matching blacklist entry marks an order as suspicious. Marked orders are not stopped; their reasons are on the order's page.
empty-not_checked-title = Every order was checked
empty-not_checked-text = When an order cannot be checked, by a field that cannot be read or a failure of ours, it waits here with the reason. It never passes silently.
empty-approved-title = No approved order
empty-approved-text = Orders that passed their check are listed here.
empty-released-title = No released order
empty-released-text = Orders that were held and that a person released are listed here until they are shipped.
empty-none-title = No order is like this
empty-none-text = Other orders may be there without these filters. A number has to be whole.

## Order
order-title = Order { $number }
order-placed = Placed
order-received = Received
order-back-key = Back to the orders (u)
order-add = Add to the blacklist…
act-hold = Hold…
act-release = Release…
act-hold-title = Hold order { $number }
act-release-title = Release order { $number }
act-hold-text = It is not to be processed until somebody releases it.
act-release-text = It may be shipped. Only a new check, after the order was changed in the shop, can hold it again.
act-hold-do = Hold the order
act-release-do = Release the order
act-release-edit = Release and edit in the shop
act-hold-done = The order is held.
act-release-done = The order is released.
act-comment = Comment
act-comment-help = Everyone who looks at this order sees it.
act-comment-missing = Say why. Whoever looks at this order next sees it.
order-unread = The order's fields could not be read, so there is no address, buyer or line to show. The delivery is stored as it arrived.
order-unknown-title = No such order
order-unknown-text = This shop has no order with this id.
held-since = Held since
decision-label = Decision
decision-held = Held: { $why }
decision-held-plain = Held
decision-held-text = It is not to be processed until it is released.
decision-held-by-hand = Held by hand
decision-case = A case is open: { $hours } h { $minutes } min left to stop the delivery.
decision-case-over = A case is open. The time to stop the delivery is over.
decision-by-hand-text = By { $actor }.
decision-check-says = The check: { $why }
decision-not-checked = Not checked: { $reason }
decision-update-not-checked = A later change was not read. { $unread }
decision-not-checked-text = No decision was made about this order. Look at it yourself before it is shipped.
decision-marked = Marked: { $why }
decision-marked-text = It is shown as suspicious; nothing is stopped.
decision-approved = Approved: { $why }
decision-released = Released after a hold
decision-cancelled = Cancelled
decision-shipped = Shipped
decision-declined = Declined
decision-fraud = Fraud
why-over = { $score ->
    [one] { $score } point
   *[other] { $score } points
  }, more than the minimum of { $minimum }.
why-under = { $matches ->
    [one] one match
   *[other] { $matches } matches
  }, { $score ->
    [one] { $score } point
   *[other] { $score } points
  }, not more than the minimum of { $minimum }.
why-no-minimum = { $matches ->
    [one] one match
   *[other] { $matches } matches
  }, { $score ->
    [one] { $score } point
   *[other] { $score } points
  }.
why-hold = a match with the effect “Hold”.
why-hold-always = a match with the effect “Hold always”.
why-allowed = an allow entry matched; { $score ->
    [one] { $score } point does
   *[other] { $score } points do
  } not hold it.
why-decline = { $score ->
    [one] { $score } point
   *[other] { $score } points
  }, more than the shop's limit for declining.
why-no-match = no entry and no rule matched.
why-skipped = screening was switched off ({ $skipped }).

matches-title = Matches
matches-none = No entry and no rule matched this order.
column-reason = Reason
column-matched = Matched fields
column-places = Places
column-effect = Effect
source-entry = Entry
source-rule = Rule
places-title = Places
place-billing = Billing
place-shipping = Shipping
place-customer = Customer
place-line = Line { $n }
tax-id = Tax id
hit-title = Matched: { $field }
hit-spoken = (matched)
buyer-title = Buyer
fact-name = Name
fact-browser = Browser
fact-group = Group
fact-orders = Orders before
fact-since = Customer since
fact-payment = Payment
fact-card = Card
fact-channel = Channel
payment-cod = Cash on delivery
lines-title = Lines
lines-count = { $n ->
    [one] { $n } line
   *[other] { $n } lines
  }
column-product = Product
column-quantity = Quantity
column-price = Price
check-title = Check
check-decision = Decision
check-at = Checked
check-said = { $verdict }, { $score ->
    [one] { $score } point
   *[other] { $score } points
  }
check-snapshot = Snapshot
check-entries = Entries up to
check-engine = Engine
check-normaliser = Normaliser
check-data = Data
checks-title = All checks
checks-count = { $n } checks
checks-line = { $score ->
    [one] { $score } point
   *[other] { $score } points
  } · { $matches ->
    [one] { $matches } match
   *[other] { $matches } matches
  } · snapshot { $snapshot }
check-kind-placed = when placed
check-kind-updated = when changed
check-kind-recheck = checked again
timeline-title = Timeline
actor-engine = Ordergate
actor-api = API
actor-staff = Staff
actor-operator = Operator
actor-woocommerce = WooCommerce
actor-shopify = Shopify
action-order-checked = Checked
action-order-updated = Changed in the shop
action-order-held = Held
action-order-released = Released
action-order-released_to_edit = Released, to be changed in the shop
action-order-cancelled = Cancelled
action-order-shipped = Shipped
action-order-not_checked = Not checked
action-order-late = An older version arrived late
action-order-rechecked = Checked again
action-order-reopened = Taken back in the shop
action-order-approved = Approved
action-order-declined = Declined
action-order-fraud = Confirmed as fraud
action-order-disputed = Payment disputed
action-order-cancel_asked = Cancellation asked for
action-order-refund_asked = Refund asked for
action-hold-locked = Hold taken up
action-hold-lock_taken_over = Hold taken over
action-hold-unlocked = Hold put back
action-entry-added = Entry added
action-entry-replaced = Entry changed
action-entry-removed = Entry removed
action-entries-imported = Entries imported
action-entries-exported = Entries exported
action-orders-exported = Orders exported
action-rule-added = Rule added to the draft
action-rule-replaced = Rule of the draft changed
action-rule-removed = Rule removed from the draft
action-settings-replaced = Settings of the draft changed
action-snapshot-published = Snapshot published
action-shop-settings = Shop settings changed
action-shop-created = Shop made
action-command-retried = The shop is told again
action-command-hold_confirmed = The shop holds it
action-command-hold_given_up = The shop could not be told to hold it
action-command-release_confirmed = The shop has released it
action-command-release_given_up = The shop could not be told to release it
action-command-cancel_confirmed = The shop has cancelled it
action-command-cancel_given_up = The shop could not be told to cancel it
action-command-refund_confirmed = The shop has refunded it
action-command-refund_given_up = The shop could not be told to refund it
custom-title = Fields of the shop
notes-title = How the delivery was read
mails-title = Mails
mails-count = { $n ->
    [0] none
    [one] { $n } mail
   *[other] { $n } mails
  }
mails-none = No mail was written about this order. Contacts are told when a check holds or marks an order.
mail-state-pending = Waiting
mail-state-leased = Sending
mail-state-sent = Sent
mail-state-retry = Will be tried again
mail-state-dead = Not sent
mail-state-expired = Not sent any more
mail-state-written = Written
mail-written-help = This shop has no mail service yet: the mail was written to the outbox and went no further.
mail-due = Due
mail-again = Next try
mail-gave-up = { $attempts ->
    [one] given up after one try
   *[other] given up after { $attempts } tries
  }
mail-error = Last error:
mail-as = Show as
mail-text = Text
mail-html = HTML
mail-frame = The mail as HTML

## Blacklist
lists = Lists
list-blacklist = Blacklist
list-allow_list = Allow list
find-label = Find an entry
find-placeholder = Find in loaded entries
one-entry = Only the entry that matched is shown.
entries-caption = Blacklist entries
column-fields = Fields, all must match
column-added = Added by
column-expires = Expires
column-hits = Hits
column-remove = Remove
last-hit = last
entries-shown = { $n ->
    [one] { $count } entry shown
   *[other] { $count } entries shown
  }
entries-found = { $count } of { $loaded } loaded entries
entries-none-title = The blacklist is empty
entries-none-text = An entry holds one or more fields, such as an e-mail or a name with a city. All of them must match for an order to be marked. It is in force at the next check.
entries-found-title = Nothing found
entries-found-text = No loaded entry has these words. Load more entries or search for fewer words.
entries-gone-title = This entry is no longer in the blacklist
entries-gone-text = It was removed after it matched. The order's check keeps its reason and points.
default-points = default
default-points-title = The default points of this field, as set at the time of each check
entry-add = Add entry
entry-edit = Edit the entry: { $name }
entry-changed = Entry changed. It is in force at the next check.
entries-allow-title = The allow list is empty
entries-allow-text = An allow entry lets orders of people you know pass without hold or mark; their points stay listed. It needs a customer id, a payment fingerprint or at least two fields.
edit-title = Edit the entry
allow-title = Add to the allow list
add-kept = { $day }, as it is
preview-wait = Once the fields are filled in you see which of the newest orders the entry would have matched.
preview-looking = Looking through the newest orders…
preview-found = { $n ->
    [0] Would have matched none
   *[other] Would have matched { $n }
  } of the last { $checked } orders.
preview-free = { $n ->
    [one] One of them was not stopped.
   *[other] { $n } of them were not stopped.
  }
preview-more = and { $n } more
import = Import…
export = Export
import-title = Import entries
import-text = A CSV file whose first line names the fields. Fields that are not needed can be left out; a line without an id is a new entry.
import-copy = Copy the first line
import-file = File
import-no-file = Choose a file.
import-try = Look through the file
import-do = { $n ->
    [one] Import one entry
   *[other] Import { $n } entries
  }
import-done = { $n ->
    [one] One entry imported. It is in force at the next check.
   *[other] { $n } entries imported. They are in force at the next check.
  }
import-found = { $new } new, { $changed } changed, { $same } the same, { $invalid } invalid.
import-mend = Nothing is imported while a line is invalid. Mend the file and choose it again.
import-nothing = There is nothing to import: all of it is in the list already.
import-ready = Nothing has been changed yet.
import-lines = Lines of the file
import-line = Line { $line }:
import-new = new
import-changed = changed
import-invalid = invalid
import-more = and { $count } more lines
entry-added = Entry added. It is in force at the next check.
entry-removed = Entry removed
entry-again = Entry added again
entry-remove = Remove the entry: { $name }
entry-no-field = Fill in at least one field.
entry-no-reason = Say why. Whoever reviews an order sees it.
entry-no-points = Several fields need their own points.
entry-bad-points = A whole number from −1000 to 1000.
add-title = Add to the blacklist
add-title-order = Add to the blacklist from order { $number }
add-fields = Fields
add-fields-help = All filled fields must match. Name and address fields must match in one place.
add-more = More fields
add-effect = Effect
add-points = Points
add-points-help = Empty: the default points of the field.
add-points-off = Only for the effect “Points”.
add-reason = Reason
add-reason-help = Whoever reviews a matching order sees it.
add-expires = Expires
add-months = { $n ->
    [one] In { $n } month
   *[other] In { $n } months
  }
add-expires-help = After that the entry no longer matches. At most 36 months.
add-never-help = The entry stays until it is removed. Let the reason say why.

## Rules and what is published
rules-title = Rules
rules-back = Back to the rules
rules-shadow = These rules came with the shop and are off. Switch on those that fit it, then publish.
rules-none-title = There are no rules
rules-none-text = A rule is a condition on an order, such as order.total > 500, and what it is worth in points. All active rules run at every check.
part-add-rule = New rule
part-remove-rule = Remove the rule
part-removed-rule = Rule removed from the draft
rule-switch = Active: { $name }
rule-on = Switched on in the draft. Publish to put it in force.
rule-off = Switched off in the draft. Publish to put it in force.
part-name-help-rule = Reviewers see it as the reason of a match.
rule-when = Condition
rule-use = Use { $word }
rule-visibility = Who can read it
rule-private = Only this shop
rule-private-help = It never leaves Ordergate.
rule-public = Public
rule-public-warning = Anyone can read a public rule: it is sent to every buyer's browser.
rule-points-help = From −1000 to 1000, added to the score when the condition holds.
rule-allow-help = Lets the order pass without hold or mark; its points stay listed.
rule-active = Active
rule-active-help = Inactive rules never run.
rule-no-name = Give the rule a name.
rule-no-when = Write a condition.
code-help = For example: payment.method == "cod" and order.total > 500
part-rule = Rule
part-variable = Variable
part-list = List
part-saved = Saved in the draft. Publish to put it in force.
part-no-name = Give it a name, such as big_order.
part-gone-title = This is no longer in the draft
save-draft = Save in the draft
variable-title = Variables
part-add-variable = New variable
part-remove-variable = Remove the variable
part-removed-variable = Variable removed from the draft
part-none-variable = A variable gives a condition or a number a name that rules can use.
part-name-help-variable = Letters, digits and underscores; rules call it by this name.
variable-is = Stands for
list-title = Lists
part-add-list = New list
part-remove-list = Remove the list
part-removed-list = List removed from the draft
part-none-list = A list holds values for a test with “in”, such as countries or articles.
part-name-help-list = Letters, digits and underscores; rules call it by this name.
list-values = Values
list-values-help = One on each line.
words-title = Words for conditions
words-order = Order
words-buyer = Buyer
words-places = Places
words-payment = Payment and checkout
words-velocity = Earlier orders
words-lines = Lines
words-tests = Tests
column-on = On
column-name = Name
column-hits-30 = Hits, 30 days
publish-in-force = Snapshot { $number } is in force, published
publish-waiting = { $n ->
    [one] One change is not published.
   *[other] { $n } changes are not published.
  }
publish-review = Review and publish…
publish-title = Publish snapshot { $number }
publish-text = From the next check on, orders are checked with what stands here. Orders that can still be stopped are checked again.
publish-do = Publish snapshot { $number }
publish-done = Snapshot { $number } is in force.
change-added = New
change-changed = Changed
change-removed = Removed
change-take-back = Take back
change-taken-back = Taken back
change-field-name = Name
change-field-when = Condition
change-field-is = Stands for
change-field-values = Values
change-field-points = Points
change-field-effect = Effect
change-field-active = Active
change-field-visibility = Who can read it
change-field-minimum_points = Minimum
change-field-decline_points = Decline above
change-field-default_country = Country
change-field-time_zone = Time zone

## Settings
settings-title = Settings
settings-tab-decision = Points and decisions
settings-tab-shop = Shop
settings-tab-connections = Connections
settings-tab-keys = API keys
settings-tab-endpoints = Webhooks
settings-tab-audit = Audit
rotate = Rotate
rotated = Rotated.
rotate-text = A new one is made. Put it in place before the old one ends.
rotate-hours = The old one works on for, hours
rotate-hours-help = 0 to 168. With 0 it ends at once.
keys-text = A server key may do everything in this shop. A checkout key stands in the page and may only ask for a checkout token.
key-add = New key
key-make = Make the key
key-edit = Edit the key
key-kind = For
key-sk = Server key
key-pk = Checkout key
key-sk-help = Only on your own servers: whoever has it can read and change everything in this shop.
key-pk-help = Stands in the checkout page; anyone can read it.
key-name-help = What it is for, such as the warehouse.
key-origins = Pages that may use it
key-origins-help = Addresses such as https://shop.example, one on each line. Empty: any page.
key-used = Used on { $day }
key-unused = Not used yet
key-ends = Ends
key-made = The key
key-made-sk = Your servers send it as a bearer token.
key-made-pk = It goes into the script tag of the checkout page.
key-revoke = Revoke
key-revoke-title = Revoke { $name }
key-revoke-text = It stops working at once. Whatever uses it is refused from then on.
key-rotate-title = Rotate { $name }
endpoints-text = Where your platform delivers its orders, signed.
endpoint-add = New endpoint
endpoint-make = Make the endpoint
endpoint-made = Endpoint for { $platform }
endpoint-url = Address
endpoint-secret = Secret
endpoint-secret-help = Only if the platform shows you its own, as Shopify does. Empty: one is made.
endpoint-previous = Old secret until
endpoint-remove = Remove
endpoint-remove-title = Remove the endpoint for { $platform }
endpoint-remove-text = Its address stops working at once: the platform's deliveries are refused.
endpoint-rotate-title = Rotate the secret for { $platform }
copy-address = Copy the address
copy-secret = Copy the secret
deliveries = Deliveries
deliveries-title = Deliveries of { $platform }
delivery-last = Last delivery
delivery-none = No delivery yet
delivery-replay = Replay
delivery-replayed = Replayed: { $outcome }
outcome-taken = Taken
outcome-late = Late
outcome-stale = Older version
outcome-same = Same as before
outcome-conflict = Conflict
outcome-ignored = Ignored
outcome-unreadable = Unreadable
outcome-unknown_order = Unknown order
not-set = Not set
bad-number = A whole number, or nothing.
confirm-type = Type { $word } to confirm
confirm-other = That is another word.
switch-title = Master switch
switch-now-on = Screening is on
switch-now-on-text = Every order of the shop is checked.
switch-now-off = Screening is off
switch-now-off-text = Every order is approved unchecked.
switch-off = Switch screening off
switch-off-text = From the next order on nothing is checked: every order is approved, whatever the blacklist and the rules say. Orders that are held stay held.
switch-on = Switch screening on
switch-on-text = From the next order on every order is checked again.
switch-publishes = { $n ->
    [one] The change of the draft that is not published yet is published with it.
   *[other] The { $n } changes of the draft that are not published yet are published with it.
  }
switch-is-off = Screening is off.
switch-is-on = Screening is on.
decision-title = When an order is held
decision-text = The points of all matches are added up.
minimum = Minimum
minimum-help = An order with more points than this is held.
decline = Decline above
decline-help = Optional. More points than this are shown as declined; the order is held all the same, people refuse.
default-points-heading = Default points
default-points-text = What an entry with one field adds when it has no points of its own, at the time of the check. Empty: nothing.
reading-title = How orders are read
default-country = Country
default-country-help = Two letters, such as PL.
time-zone = Time zone
time-zone-help = For order.hour and order.weekday in rules, and for all times on this page.
shop-title = The shop
shop-saved = Saved. It is in force.
shop-stop_window_hours = Stop window, hours
shop-stop_window_hours-help = How long after its first check a delivery can still be stopped. Empty: 24.
shop-review_hours = Review within, hours
shop-review_hours-help = A hold that is older is shown as overdue; it stays held. Empty: no deadline.
shop-codes = Hold codes
shop-codes-help = Your words for holds; the list of holds is filtered by them.
shop-code-automatic = Held by a check
shop-code-manual = Held by a person
shop-list_fields = Add to the blacklist
shop-list_fields-help = The fields that are copied from an order or a customer into one entry. All of them must match later.
shop-fraud_fields = Confirmed fraud
shop-fraud_fields-help = Each of these becomes an entry with the effect Hold when an order is confirmed as fraud.
shop-kept = What is kept
shop-retention_days = Personal data, days
shop-retention_days-help = After that it is erased from orders. Empty: 730.
shop-delivery_body_days = Bodies of deliveries, days
shop-delivery_body_days-help = What the platform sent, as it was. Empty: 30.
connections-text = With a connection, holds, releases, cancellations and refunds reach the shop by themselves, and orders that no webhook brought are fetched every 5 minutes.
connection-none = Not connected
connected = Connected
connection-failing = Failing
connection-key-ends = Key ends in { $ends }
connection-polled = asked
connection-not-polled = not asked yet
connection-webhook = { $state ->
    [active] Its webhook delivers
    [reactivated] Its webhook was off and is on again
    [recreated] Its webhook was gone and is set up again
    [retrying] Its webhook is gone; setting it up is tried again every hour
   *[missing] It has no webhook to this shop’s endpoint
  }
connection-replace = Replace keys
connection-remove = Remove
connection-remove-title = Remove the connection to { $platform }
connection-remove-text = Its keys are forgotten. Holds and releases stay in Ordergate and no longer reach the shop.
connection-saved = Connected. The shop is asked within 5 minutes.
connect = Connect
connect-title = Connect { $platform }
connect-text-woocommerce = In WooCommerce under Settings, Advanced, REST API, add a key with the permission Read/Write.
connect-text-shopify = In Shopify under Settings, Apps, develop an app that may read and write orders and fulfilment orders, and install it.
connect-address-woocommerce = Address of the shop
connect-address-help-woocommerce = Such as https://shop.example
connect-address-shopify = Domain
connect-address-help-shopify = Such as my-shop.myshopify.com
connect-key = Consumer key
connect-secret = Consumer secret
connect-token = Access token
connect-secret-help = Stored sealed, and never shown again.
connect-hold = A held order gets
connect-hold-note = A private note
connect-hold-status = A private note and the status on-hold
connect-hold-note-help = Buyers see nothing of it.
connect-hold-status-warning = Buyers see the status on-hold in their account, and WooCommerce mails them about it.

## Install
install-title = Install
install-api = Custom shop
install-checkout = Checkout page
install-endpoint = Make the address that orders are delivered to
install-endpoint-there = It is made. Address and secret were shown once; when they are lost, remove the endpoint and make another one:
install-endpoint-woocommerce = You get an address and a secret, once. Keep both for the next step.
install-endpoint-shopify = First copy the secret that Shopify shows under Settings, Notifications, Webhooks: it signs all deliveries. You get the address for the next step.
install-where-woocommerce = Enter them in WooCommerce
install-how-woocommerce = Settings, Advanced, Webhooks, Add webhook: status Active, the address as Delivery URL, the secret as Secret, API version 3. Do it once for each topic:
install-where-shopify = Enter the address in Shopify
install-how-shopify = Settings, Notifications, Webhooks, Create webhook: format JSON, the address as URL. Do it once for each topic; disputes exist with Shopify Payments only:
install-back = Let holds reach the shop
install-back-text = Connect the shop, so that a held order is held there too:
install-seen = See the first order arrive
install-seen-how = Place a test order. It stands under Orders a moment later.
install-copy-topic = Copy { $topic }
install-key = Make a key
install-key-text = A server key, for your own servers only:
install-pk-text = A checkout key, with the address of the shop's pages:
install-order = Send each order
install-order-text = When it is placed, and again when it changes, with a newer updated_at. The answer holds the decision. Only id, placed_at, currency and total are needed; every other field makes the check better.
install-ask = Ask before shipping
install-ask-text = A held order answers false until somebody releases it.
install-tag = Put the script into the checkout page
install-tag-text = With your checkout key in the place of pk_…, and the selector of the form. It blocks nothing, and the buyer sees nothing of it.
install-token = Hand the token on
install-token-text = The script puts a token into the form, as ordergate_token. Send it with the order, in its field token: an order whose token is missing, or belongs to another cart, is a fact for your rules.
snippet = Text to copy

## Outbox
outbox-title = Outbox
outbox-pending = Waiting
outbox-retry = Tried again
outbox-sent = Sent
outbox-dead = Not sent
outbox-expired = Too late
outbox-none-title = No mail was written yet
outbox-none-such = No such mail
outbox-none-text = When an order is held or a case opens, the mails to the contacts stand here, from the first try to the last.
mail-kind-hold = Hold
mail-kind-mark = Mark
mail-kind-case = Case
mail-kind-digest = Digest
mail-kind-test = Test
mail-bounced = It came back
mail-order = Open the order
mail-retry = Send again
mail-retried = It is sent again.
stuck-title = The shop was not told
stuck-what = { $what } at { $platform }, asked
command-hold = Hold
command-release = Release
command-cancel = Cancellation
command-refund = Refund
command-dead = Given up
command-unknown = Unknown
command-unknown-help = The answer was lost. The shop is asked what became of it.
command-retry = Tell it again
command-retried = The shop is told again.

## Contacts
contacts-title = Contacts
contacts-bounced = Mails to a contact come back. Send a test mail, or give a second channel that is told when mails fail.
contacts-none-title = Nobody is told yet
contacts-none-text = Contacts are mailed when an order is held or a case opens, in time to stop the parcel. They need no login.
contact-add = New contact
contact-edit = Edit the contact
contact-saved = Contact saved
contact-remove = Remove { $name }
contact-removed = { $name } is not told any more.
contact-bounced = Mails come back since
contact-test = Test mail:
contact-send-test = Send test mail
contact-no-name = Say who it is.
contact-no-email = Give the whole address.
contact-language = Language
contact-language-help = Mails, dates and amounts are written in it.
contact-hears = Is told of
contact-channel = Second channel
contact-channel-help = Optional. An https address of your own that is posted to when three mails have failed, signed.
contact-channel-to = Second channel: { $host }
contact-secret-title = Secret of the second channel
contact-secret-about = Every post to the address is signed with this secret, as Standard Webhooks describes.
hears-holds = Held orders
hears-holds-help = At once, with the reasons.
hears-cases = Cases
hears-cases-help = At once, when an approved order turns and its delivery can still be stopped.
hears-marks = Marked orders
hears-marks-help = Nothing is stopped for a mark.
hears-marks-at_once = Marked orders
hears-marks-digest = Marked orders, digest
hears-nothing = Nothing
marks-at_once = At once
marks-digest = A digest every 15 minutes
marks-off = Not at all

## Fields
field-first_name = First name
field-last_name = Last name
field-street = Street
field-house_number = House/flat number
field-postcode = Postcode
field-postcode_extended = Extended postcode
field-city = City
field-email = E-mail
field-ip = IP
field-phone = Phone
field-country = Country
field-company = Company
field-tax_id = Tax id
field-customer_id = Customer id
field-payment_fingerprint = Payment fingerprint
field-device = Device
field-email_domain = E-mail domain

## Today
today-title = Today
today-all = Show all
today-cases = Cases, fewest minutes left first
today-cases-none = No parcel has to be stopped. A case opens when an order that was let through turns out to be fraud.
today-holds = Held orders, longest first
today-holds-none = No order waits for a decision.
tile-cases = Open cases
tile-unassigned = { $n ->
    [0] somebody works on each
   *[other] { $n } unassigned
  }
tile-holds = Held orders
tile-overdue = { $n } to be reviewed by now
tile-over = Cases too late to stop
tile-not_checked = Not checked, 7 days
alerts-title = What wants a look
alert-contacts_bouncing = { $n ->
    [one] Mail to { $count } contact comes back: they are not told.
   *[other] Mail to { $count } contacts comes back: they are not told.
  }
alert-mails_dead = { $n ->
    [one] { $count } mail of the last 7 days could not be sent.
   *[other] { $count } mails of the last 7 days could not be sent.
  }
alert-commands_dead = { $n ->
    [one] Once the shop could not be told to hold, release, cancel or refund an order.
   *[other] { $count } times the shop could not be told to hold, release, cancel or refund an order.
  }
alert-polls_failing = { $n ->
    [one] A shop platform does not answer when Ordergate asks for new orders.
   *[other] { $count } shop platforms do not answer when Ordergate asks for new orders.
  }
alert-not_checked = { $n ->
    [one] { $count } order of the last 7 days was not checked: nobody decided about it.
   *[other] { $count } orders of the last 7 days were not checked: nobody decided about them.
  }
chart-title = Orders of 14 days
chart-says = { $orders } orders in 14 days; { $held } held, { $marked } marked. The table has each day.
chart-day = { $day }: { $orders } orders, { $held } held, { $marked } marked
chart-fine = Passed
chart-table = As a table
chart-date = Day
chart-orders = Orders
chart-held = Held
chart-marked = Marked
set-up-title = Set-up
set-up-count = { $done } of { $all } done
set-up-done = Done:
set-up-missing = Missing:
set-up-orders = Orders arrive
set-up-orders-text = Connect the shop's platform, or send orders with POST /v1/orders. None has arrived yet.
set-up-minimum = The minimum is set
set-up-minimum-text = Until there is one, nothing is held by points.
set-up-stop_window = The stop window is set
set-up-stop_window-text = How many hours the shop can still stop a parcel. 24 are assumed.
set-up-contacts = Somebody gets mail
set-up-contacts-text = Without a contact nobody is told of holds and cases.
set-up-rules = Rules are published
set-up-rules-text = Without rules only the blacklist finds anything.
set-up-entries = The blacklist has entries
set-up-entries-text = Add a buyer who did not pay, or import a list.

## Selected rows
select = Select { $name }
select-all = Select all that are shown
bulk-chosen = { $n } selected
bulk-clear = Clear the selection
bulk-left = These were left as they were:
bulk-fields-help = What the order has of these becomes one entry; all of them must match.
bulk-fields-newest = For a customer it is their newest order.
bulk-recheck = Check again
bulk-recheck-done = { $n ->
    [one] { $count } order was checked again.
   *[other] { $count } orders were checked again.
  }
bulk-now-held = { $n ->
    [one] { $n } of them is held now.
   *[other] { $n } of them are held now.
  }
bulk-hold = Hold…
bulk-hold-title = { $n ->
    [one] Hold order { $name }
   *[other] Hold { $n } orders
  }
bulk-hold-text = Nothing of them is to be processed until somebody releases it.
bulk-hold-do = Hold
bulk-hold-done = { $n ->
    [one] { $count } order is held.
   *[other] { $count } orders are held.
  }
bulk-release = Release…
bulk-release-title = { $n ->
    [one] Release order { $name }
   *[other] Release { $n } orders
  }
bulk-release-text = They may be shipped. Only a new check, after an order was changed in the shop, can hold it again.
bulk-release-do = Release
bulk-release-done = { $n ->
    [one] { $count } order is released.
   *[other] { $count } orders are released.
  }
bulk-cancel = Cancel…
bulk-cancel-title = { $n ->
    [one] Cancel order { $name }
   *[other] Cancel { $n } orders
  }
bulk-cancel-text = The shop is told to cancel and to give back what was paid. This cannot be undone.
bulk-cancel-do = Cancel for good
bulk-cancel-done = { $n ->
    [one] { $count } order is cancelled.
   *[other] { $count } orders are cancelled.
  }
bulk-cancel-untold = { $n ->
    [one] { $count } order is noted as cancelled. Ordergate cannot reach the shop: cancel it there too.
   *[other] { $count } orders are noted as cancelled. Ordergate cannot reach the shop: cancel them there too.
  }
bulk-add_to_blacklist = Add to the blacklist…
bulk-add_to_blacklist-title = { $n ->
    [one] Add to the blacklist: { $name }
   *[other] Add { $n } buyers to the blacklist
  }
bulk-add_to_blacklist-do = Add to the blacklist
bulk-add_to_blacklist-done = { $n ->
    [one] { $count } buyer is on the blacklist.
   *[other] { $count } buyers are on the blacklist.
  }
bulk-export = Export…
export-title = { $n ->
    [one] Export { $count } order
   *[other] Export { $count } orders
  }
export-all = Export every order that the filters show
export-text = A CSV file that spreadsheets open as it is: one line for each order, times in { $zone }. No cell runs as a formula. Its columns:
export-care = Names and cities are personal data: keep the file as long as you need it, then delete it. E-mails, phones and addresses stay here.
export-reading = { $count } orders read…
export-do = Save the file
export-done = { $n ->
    [one] { $count } order is in { $name }.
   *[other] { $count } orders are in { $name }.
  }
export-cut = There are more: narrow the list for the rest.
export-id = Id
export-currency = Currency
export-yes = yes
export-no = no

## Holds
holds-title = Holds
holds-all = All
holds-automatic = By a check
holds-manual = By hand
holds-overdue = Review overdue
holds-free = Nobody's
holds-locked = Worked on
holds-caption = Held orders: { $filter }
holds-shown = { $n ->
    [one] { $count } held order shown
   *[other] { $count } held orders shown
  }
holds-none-title = No held order is like this
holds-none-text = Other held orders may wait under another filter.
holds-code-title = Only holds with this code
holds-one-code = Only holds with the code { $code } are shown.
holds-review = review
column-since = Held
column-lock = Worked on by
hold-lock = Work on it
hold-locked-by = Worked on by
hold-unlock = Put back
hold-override = Take over…
hold-override-title = { $by } works on this hold
hold-override-text = Take it over only as a supervisor, or when you have agreed. What they have not finished is lost to them.
hold-override-do = Take it over
hold-yours = You work on { $name }.

## Customers
customers-title = Customers
customers-find = E-mail, phone, name or customer id
customers-found = Found by { $text }. What you look for stays out of the address and of every log.
customers-shown = { $n ->
    [one] { $count } customer shown
   *[other] { $count } customers shown
  }
customers-last = Last order
customers-unit = { $n ->
    [one] order
   *[other] orders
  }
customers-none-title = No customers yet
customers-none-text = Everyone who orders is listed here, at their newest order: how often they bought, what became of it, and whether their next order would pass.
customers-unknown-title = Nobody found
customers-unknown-text = No order has this e-mail, phone or customer id, in any spelling but whole. Names are looked for by how each word begins, among the newest 5,000 orders.
customer-open = All about this buyer
customer-previous = Previous customer
customer-next = Next customer
customer-back-key = Back to the customers (u)
customer-allow = Add to the allow list…
customer-nameless = Without a name
customer-unknown-title = No such customer
customer-unknown-text = No order of this shop has this key. It may have been erased, or changed in the shop.
customer-joined = joined by e-mail, phone, customer id and payment
customer-newest = the newest { $n } of { $joined } are shown and added up
customer-first = First order
customer-sum = Ordered
customer-lost = Cancelled or refused
customer-unclaimed = Unclaimed parcels
pass-label = Would this buyer pass now?
pass-good = Would pass now: { $why }
pass-marked = Would pass now, marked: { $why }
pass-held = Would be held now: { $why }
pass-from = Passes from { $when } on, if nothing happens until then.
pass-never = What holds it does not lapse by itself.
pass-text = Asked of another order like the newest one, placed now. Nothing is stored.
pass-unknown = The fields of the newest order were erased or could not be read, so nobody can say whether the next one would pass.
reasons-title = Reasons
reasons-none = No entry and no rule would match.
column-lapses = Lapses
lapses-never = not by itself
labels-title = Feedback
label-blocked = Blocked
label-not_blocked = Not blocked
label-fraud = Fraud
label-legitimate = Legitimate
label-chargeback = Chargeback
label-refund_abuse = Refund abuse
label-unsure = Unsure

## Cases
cases-title = Cases
cases-open = Open
cases-mine = Mine
cases-unassigned = Unassigned
cases-snoozed = Snoozed
cases-over = Window over
cases-closed = Answered
cases-caption = Cases: { $filter }
cases-shown = { $n ->
    [one] { $count } case shown
   *[other] { $count } cases shown
  }
cases-asleep = Snoozed until
cases-show-open = Show open cases
cases-open-title = No case is open
cases-open-text = A case opens when an order that was let through turns out to be fraud: a person or the payment provider says so, or a new entry or rule matches it. The one with the least time left to stop its parcel stands first.
cases-mine-title = No case is yours
cases-mine-text = “Take the next” gives you the most urgent case that nobody works on.
cases-unassigned-title = Somebody works on every open case
cases-unassigned-text = A case that nobody has taken waits here while its parcel can still be stopped.
cases-snoozed-title = No case is snoozed
cases-snoozed-text = A snoozed case is out of the lists until its time comes; its window goes on.
cases-over-title = No open case is too late
cases-over-text = When the stop window ends before anybody answers, the case waits here for its answer.
cases-closed-title = No case was answered yet
cases-closed-text = Answers teach Ordergate which entries and rules are right.
column-left = Time left
column-order = Order
column-why = Why
column-assignee = Assigned to
column-opened = Opened
nobody = nobody
window-over-short = Window over
span-days = { $days } d
span-hours = { $hours } h
span-minutes = { $minutes } min
cause-check = New check
cause-declined = Declined
cause-fraud = Fraud
cause-dispute = Payment disputed
resolution-blocked = Blocked
resolution-not_blocked = Not blocked
resolution-too_late = Too late
case-title = Case of order { $number }
case-next = Take the next
case-previous = Previous case
case-following = Next case
case-back-key = Back to the cases (u)
case-order = Open the order
case-unknown-title = No such case
case-unknown-text = This shop has no case with this id.
case-window = Time to stop the delivery
case-left = { $left } left to stop the delivery
case-over = The time to stop the delivery is over
case-facts = Case
case-answer = Answer
case-deadline = Stop by
case-opened = Opened
case-opened-by = Opened by
case-cause = Cause
case-asleep-until = Snoozed until
case-take = Take it
case-taken = The case is yours.
case-give-back = Give it back
case-given-back = Nobody works on the case now.
case-assign = Assign…
case-assign-title = Assign the case of order { $number }
case-assign-help = Empty: nobody.
case-assign-do = Assign
case-note = Note
case-note-title = Note on the case of order { $number }
case-note-help = Everyone who looks at this case sees it.
case-note-missing = Write the note first.
case-note-do = Add the note
case-snooze = Snooze
case-snooze-title = Snooze the case of order { $number }
case-snooze-text = It leaves the lists for so long. The time to stop the delivery goes on.
case-nap-late = after the stop window
case-sleeps = The case is snoozed.
case-wake = Wake it
case-awake = Awake again
case-final = An answer is final. It teaches Ordergate which entries and rules are right.
case-blocked-title = Order { $number }: the delivery was stopped
case-blocked-text = The parcel did not go out, or came back in time.
case-blocked-do = Answer: Blocked
case-not_blocked-title = Order { $number }: the delivery goes out
case-not_blocked-text = The order is fine, or nobody wants it stopped.
case-not_blocked-do = Answer: Not blocked
case-too_late-title = Order { $number }: it was too late
case-too_late-text = The parcel was gone before anybody could stop it. This teaches nothing about entries and rules.
case-too_late-do = Answer: Too late
case-was-blocked = Blocked: the delivery was stopped
case-was-not_blocked = Not blocked: the delivery went out
case-was-too_late = Too late: the parcel was gone
linked-title = Other orders of this buyer
linked-count = { $n ->
    [0] none
    [one] { $n } order
   *[other] { $n } orders
  }
linked-none = No other order shares an e-mail, phone, customer or payment with this one.
action-case-opened = Case opened
action-case-turned = Reported again
action-case-note = Note
action-case-assigned = Assigned to
action-case-snoozed = Snoozed until
action-case-resolved = Answered
action-case-mail_queued = Mail queued
action-case-mail_sent = Mail sent
action-case-mail_dead = Mail not sent
action-case-mail_expired = Mail not sent any more
action-case-mail_bounced = Mail bounced
actor-contact = Contact

# Users and roles.
keys-here = On this page
keys-select = Select the row
bar-user = Your role: { $role }
role-viewer = Viewer
role-analyst = Analyst
role-approver = Approver
role-admin = Admin
role-viewer-help = Looks at everything and changes nothing.
role-analyst-help = Also holds orders, lists buyers, takes cases and writes notes.
role-approver-help = Also releases and cancels orders, answers cases, changes and publishes rules.
role-admin-help = Also changes settings, contacts, keys, connections and users.
role-note = You look at this as { $role }. Changing it takes the role { $needed }; an admin can give it to you.
settings-tab-users = Users
users-text = People who sign in to this shop. Contacts, who only get mail, are no users.
user-invite = Invite somebody
user-invite-do = Make the link
user-edit = Change a user
user-role = Role
user-name-help = Cases, holds and the audit call them by it. Names are not given twice.
user-name-missing = Write what the user is called.
user-you = You
user-last-admin = The only admin: make somebody else an admin before this changes.
user-seen = Signed in
user-never = Never signed in yet
user-passkeys = { $n ->
    [0] No passkey
    [one] One passkey
   *[other] { $n } passkeys
}
user-link = New link
user-link-title = A link for { $name }
user-link-text = Whoever opens it is signed in as this user: send it to nobody else. It works once.
user-link-until = It ends
user-link-copy = Copy the link
user-link-done = I have it
user-saved = Saved. It counts from their next step.
user-remove = Remove
user-remove-title = Remove { $name }
user-remove-text = They are signed out at once and cannot sign in again. What they did stays in the audit under their name.
user-removed = Removed.
action-user-invited = User invited
action-user-changed = User changed
action-user-removed = User removed
action-user-link_made = Sign-in link made
action-user-signed_in = Signed in

# The engine beside the editor, and edits that met.
cost-title = Cost at worst
cost-all = All active rules: { $steps } of { $budget } steps.
cost-rule = This rule: { $steps } steps.
cost-unknown = It is measured once nothing in the draft is wrong.
cost-measuring = It is being measured…
conflict-title = Somebody changed this in the meantime
conflict-text = Your text is still here. Save puts it over theirs:
conflict-removed = It was removed from the draft. Your text is still here; saving adds it again.
conflict-take = Take theirs
action-variable-added = Variable added to the draft
action-variable-replaced = Variable of the draft changed
action-variable-removed = Variable removed from the draft
action-list-added = List added to the draft
action-list-replaced = List of the draft changed
action-list-removed = List removed from the draft
action-key-added = API key made
action-key-changed = API key changed
action-key-rotated = API key rotated
action-key-revoked = API key revoked
action-endpoint-added = Webhook endpoint made
action-endpoint-rotated = Webhook secret rotated
action-endpoint-removed = Webhook endpoint removed
action-delivery-replayed = Delivery read again
action-connection-set = Connection made
action-connection-removed = Connection removed
action-contact-added = Contact added
action-contact-replaced = Contact changed
action-contact-removed = Contact removed
action-contact-tested = Test mail sent
action-mail-retried = Mail sent again
action-passkey-added = Passkey added
action-passkey-removed = Passkey removed
action-session-ended = Session ended
action-privacy-exported = Personal data exported
action-privacy-erased = Personal data erased
action-order-labelled = Labelled
action-order-erased = Personal data erased from the order
audit-order = Order
audit-case = Case
audit-entry = Entry
audit-rule = Rule
audit-variable = Variable
audit-list = List
