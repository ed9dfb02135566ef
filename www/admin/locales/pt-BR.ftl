### Every word of the admin page, in Brazilian Portuguese. The words for things are those of the mails.

## Frame
product = Ordergate
nav = Principal
language = Idioma
menu = Menu
nav-group-work = Trabalho
nav-group-lists = Listas e regras
nav-today = Hoje
nav-cases = Casos
nav-holds = Retenções
nav-orders = Pedidos
nav-customers = Clientes
nav-blacklist = Blacklist
nav-rules = Regras
nav-group-setup = Configuração
nav-contacts = Contatos
nav-settings = Configurações
nav-outbox = Caixa de saída
nav-install = Instalação
skip = Ir para o conteúdo
sign-out = Sair
loading = Carregando…
refresh = Atualizar
retry = Tentar de novo
close = Fechar
cancel = Cancelar
dismiss = Dispensar
undo = Desfazer
save = Salvar
edit = Editar
copy = Copiar
copied = Copiado
copy-failed = O navegador não permitiu: selecione o texto e copie.
secret-once = Ele só é exibido desta vez. Guarde-o onde apenas o seu servidor possa lê-lo.
secret-kept = Já guardei
never = Nunca
on = ativada
off = desativada
required = (obrigatório)
load-more = Carregar mais
colon = :
time-now = agora mesmo
theme-button = Tema: { $theme }. Mudar para { $next }
theme-system = sistema
theme-light = claro
theme-dark = escuro

window-title = { $view } · Ordergate
window-today = Hoje
window-cases = Casos
window-case = Caso
window-holds = Retenções
window-orders = Pedidos
window-order = Pedido
window-customers = Clientes
window-customer = Cliente
window-blacklist = Blacklist
window-rules = Regras
window-contacts = Contatos
window-settings = Configurações
window-outbox = Caixa de saída
window-install = Instalação
window-signed-out = Sessão encerrada
window-unknown = Não encontrado
missing-title = Esta parte da página não carregou
missing-text = A conexão caiu ou o Ordergate foi atualizado depois que esta página foi aberta. Nada foi alterado.
missing-reload = Carregar a página de novo
unknown-title = Não há nada neste endereço
unknown-text = O endereço pode ter sido digitado errado ou pertencer a uma versão mais nova desta página.

keys-button = Atalhos
keys-title = Atalhos de teclado
keys-go = Ir para
keys-switch = Atalhos de uma tecla ativados

## Signed out
signed-out-title = Nenhuma sessão iniciada
signed-out-after = Sua sessão foi encerrada
signed-out-or = Ou peça um link de acesso:
access-sign-in = Entrar com o Cloudflare Access
passkey-sign-in = Entrar com uma chave de acesso
passkey-cancelled = Nenhuma chave de acesso foi usada. Tente de novo ou use um link.
passkey-there = Este dispositivo já tem uma chave de acesso sua.
passkey-note = Você precisa de um link para entrar. Com uma chave de acesso, não precisa.
passkey-note-later = Agora não
passkeys-title = Suas chaves de acesso
passkeys-text = Com uma chave de acesso, você entra pela impressão digital, pelo rosto ou pelo bloqueio de tela do dispositivo, em todas as lojas de que faz parte. Nada que possa ser roubado é guardado aqui.
passkeys-none = Você ainda não tem chave de acesso.
passkeys-name = Chaves de acesso exigem um nome na barra de endereço, não um número:
passkey-add = Adicionar uma chave de acesso
passkey-add-text = Em seguida o navegador faz uma pergunta, e o dispositivo cria a chave de acesso.
passkey-go-on = Continuar
passkey-name = Nome da chave de acesso
passkey-name-first = Chave de acesso { $number }
passkey-name-missing = Dê um nome a ela, para distingui-la das outras.
passkey-added = adicionada
passkey-used = usada
passkey-remove = Remover { $name }
passkey-remove-action = Remover a chave de acesso
passkey-remove-text = Ela não dá mais acesso ao Ordergate. Apague-a também do dispositivo.
passkey-is-added = Chave de acesso adicionada. Use-a na próxima vez que entrar.
passkey-is-removed = Chave de acesso removida.
sessions-title = Onde você tem sessão iniciada
sessions-title-all = Quem tem sessão iniciada
sessions-text = Uma sessão se encerra sozinha após 30 minutos sem uso e, no máximo, após 12 horas.
session-this = esta
session-begun = iniciada
session-seen = último uso
session-end = Encerrar
session-ended = A sessão foi encerrada.
settings-tab-sign-in = Acesso
signed-out-ask = Peça um link de acesso:
signed-out-prints = exibe um
signed-out-once = Cada link funciona uma única vez. Abra-o neste navegador para voltar aqui já com acesso.
signed-out-again = Já entrei

## Problems
problem-network = Não foi possível acessar o Ordergate
problem-network-detail = Verifique a conexão e tente de novo. Nada foi alterado.
problem-timeout = O Ordergate não respondeu a tempo
problem-ours = Algo falhou do nosso lado
problem-refused = A ação foi recusada
problem-status = Status { $status }
hidden-character = Caractere oculto { $code }

## States, decisions, effects
state-approved = Aprovado
state-held = Retido
state-not_checked = Não verificado
state-cancelled = Cancelado
state-shipped = Enviado
state-released = Liberado
state-declined = Recusado
state-fraud = Fraude
flag-held = Retido
flag-marked = Marcado
flag-not_checked = Não verificado
verdict-approve = Aprovar
verdict-review = Analisar
verdict-decline = Recusar
effect-points = Pontos
effect-mark = Marcar
effect-hold = Reter
effect-hold_always = Reter sempre
effect-allow = Permitir
effect-points-help = Soma pontos à pontuação. O pedido é retido quando a pontuação passa do mínimo da loja.
effect-mark-help = Mostra o pedido como suspeito. Nada é interrompido.
effect-hold-help = Retém o pedido, quaisquer que sejam os pontos, a menos que uma entrada de permissão também coincida.
effect-hold_always-help = Retém o pedido mesmo quando uma entrada de permissão coincide.
effect-allow-help = Deixa o pedido passar sem retenção nem marca; os pontos continuam listados. Exige um id do cliente, uma impressão do pagamento ou pelo menos dois campos.
platform-woocommerce = WooCommerce
platform-shopify = Shopify
platform-api = API

## Points
points-none = Sem pontos
points-of-minimum = { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  }, mínimo de { $minimum }
points-no-minimum = { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  }, sem mínimo definido
points-other-effect = Só o efeito “Pontos” soma pontos
no-minimum = Nenhum mínimo definido: nada é retido por pontos.

## Orders
orders-title = Pedidos
orders-filters = Mostrar
orders-previous = Pedido anterior
orders-next = Próximo pedido
orders-open = Abrir
orders-caption = Pedidos: { $filter }
orders-shown = { $n ->
    [one] { $count } pedido exibido
   *[other] { $count } pedidos exibidos
  }
orders-find = Buscar pelo número do pedido
orders-narrow = Filtros
orders-more = { $n ->
    [0] Filtros
   *[other] Filtros: { $n }
  }
orders-clear = Limpar filtros
orders-any = Qualquer
orders-number = Pedidos com o número { $number }, em qualquer estado.
narrow-state = Estado
narrow-decision = Decisão
narrow-points = Pontos no mínimo
narrow-from = Feito a partir de
narrow-to = Feito até
filter-all = Todos
filter-held = Retidos
filter-marked = Marcados
filter-not_checked = Não verificados
filter-approved = Aprovados
filter-released = Liberados
column-number = Pedido
column-buyer = Comprador
column-city = Cidade
column-placed = Feito
column-total = Total
column-points = Pontos
column-state = Estado
column-platform = Plataforma
empty-show-all = Mostrar todos
empty-all-title = Ainda não há pedidos
empty-all-text = Os pedidos aparecem aqui assim que a loja os envia: pelo webhook ou com POST /v1/orders.
empty-held-title = Nenhum pedido retido
empty-held-text = Um pedido é retido quando os pontos passam do mínimo ou quando uma entrada com o efeito “Reter” coincide. Ele então espera aqui.
empty-marked-title = Nenhum pedido marcado
empty-marked-text = Qualquer entrada da blacklist que coincida marca o pedido como suspeito. Pedidos marcados não são interrompidos; os motivos estão na página do pedido.
empty-not_checked-title = Todos os pedidos foram verificados
empty-not_checked-text = Quando um pedido não pode ser verificado, por um campo ilegível ou por uma falha nossa, ele espera aqui com o motivo. Nunca passa em silêncio.
empty-approved-title = Nenhum pedido aprovado
empty-approved-text = Aqui ficam os pedidos que passaram na verificação.
empty-released-title = Nenhum pedido liberado
empty-released-text = Aqui ficam, até o envio, os pedidos que estavam retidos e que uma pessoa liberou.
empty-none-title = Nenhum pedido é assim
empty-none-text = Sem estes filtros pode haver outros pedidos. O número deve estar completo.

## Order
order-title = Pedido { $number }
order-placed = Feito
order-received = Recebido
order-back-key = Voltar aos pedidos (u)
order-add = Adicionar à blacklist…
act-hold = Reter…
act-release = Liberar…
act-hold-title = Reter o pedido { $number }
act-release-title = Liberar o pedido { $number }
act-hold-text = Ele não deve ser processado até que alguém o libere.
act-release-text = Ele pode ser enviado. Só uma nova verificação, depois de uma alteração do pedido na loja, pode retê-lo de novo.
act-hold-do = Reter o pedido
act-release-do = Liberar o pedido
act-release-edit = Liberar e editar na loja
act-hold-done = O pedido está retido.
act-release-done = O pedido está liberado.
act-comment = Comentário
act-comment-help = Visível para todos que abrem este pedido.
act-comment-missing = Diga o motivo. Quem abrir este pedido depois vai vê-lo.
order-unread = Não foi possível ler os campos do pedido, por isso não há endereço, comprador nem item para mostrar. Os dados recebidos estão guardados como chegaram.
order-unknown-title = Pedido não encontrado
order-unknown-text = Esta loja não tem pedido com este id.
held-since = Retido desde
decision-label = Decisão
decision-held = Retido: { $why }
decision-held-plain = Retido
decision-held-text = Ele não deve ser processado até ser liberado.
decision-held-by-hand = Retido manualmente
decision-case = Há um caso aberto: restam { $hours } h { $minutes } min para interromper a entrega.
decision-case-over = Há um caso aberto. O prazo para interromper a entrega acabou.
decision-by-hand-text = Por { $actor }.
decision-check-says = A verificação: { $why }
decision-not-checked = Não verificado: { $reason }
decision-update-not-checked = Uma alteração posterior não foi lida. { $unread }
decision-not-checked-text = Nenhuma decisão foi tomada sobre este pedido. Analise-o antes do envio.
decision-marked = Marcado: { $why }
decision-marked-text = Ele é mostrado como suspeito; nada é interrompido.
decision-approved = Aprovado: { $why }
decision-released = Liberado após uma retenção
decision-cancelled = Cancelado
decision-shipped = Enviado
decision-declined = Recusado
decision-fraud = Fraude
why-over = { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  }, acima do mínimo de { $minimum }.
why-under = { $matches ->
    [one] uma coincidência
   *[other] { $matches } coincidências
  }, { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  }, sem passar do mínimo de { $minimum }.
why-no-minimum = { $matches ->
    [one] uma coincidência
   *[other] { $matches } coincidências
  }, { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  }.
why-hold = uma coincidência com o efeito “Reter”.
why-hold-always = uma coincidência com o efeito “Reter sempre”.
why-allowed = uma entrada de permissão coincidiu; { $score ->
    [one] { $score } ponto não o retém
   *[other] { $score } pontos não o retêm
  }.
why-decline = { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  }, acima do limite da loja para recusar.
why-no-match = nenhuma entrada e nenhuma regra coincidiu.
why-skipped = a triagem estava desativada ({ $skipped }).

matches-title = Coincidências
matches-none = Nenhuma entrada e nenhuma regra coincidiu com este pedido.
column-reason = Motivo
column-matched = Campos coincidentes
column-places = Locais
column-effect = Efeito
source-entry = Entrada
source-rule = Regra
places-title = Locais
place-billing = Cobrança
place-shipping = Entrega
place-customer = Cliente
place-line = Item { $n }
tax-id = CPF/CNPJ
hit-title = Coincidiu: { $field }
hit-spoken = (coincidiu)
buyer-title = Comprador
fact-name = Nome
fact-browser = Navegador
fact-group = Grupo
fact-orders = Pedidos anteriores
fact-since = Cliente desde
fact-payment = Pagamento
fact-card = Cartão
fact-channel = Canal
payment-cod = Pagamento na entrega
lines-title = Itens
lines-count = { $n ->
    [one] { $n } item
   *[other] { $n } itens
  }
column-product = Produto
column-quantity = Quantidade
column-price = Preço
check-title = Verificação
check-decision = Decisão
check-at = Verificado
check-said = { $verdict }, { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  }
check-snapshot = Snapshot
check-entries = Entradas até
check-engine = Motor
check-normaliser = Normalizador
check-data = Dados
checks-title = Todas as verificações
checks-count = { $n } verificações
checks-line = { $score ->
    [one] { $score } ponto
   *[other] { $score } pontos
  } · { $matches ->
    [one] { $matches } coincidência
   *[other] { $matches } coincidências
  } · snapshot { $snapshot }
check-kind-placed = quando foi feito
check-kind-updated = quando foi alterado
check-kind-recheck = verificado de novo
timeline-title = Linha do tempo
actor-engine = Ordergate
actor-api = API
actor-staff = Equipe
actor-operator = Operador
actor-woocommerce = WooCommerce
actor-shopify = Shopify
action-order-checked = Verificado
action-order-updated = Alterado na loja
action-order-held = Retido
action-order-released = Liberado
action-order-released_to_edit = Liberado para alteração na loja
action-order-cancelled = Cancelado
action-order-shipped = Enviado
action-order-not_checked = Não verificado
action-order-late = Uma versão mais antiga chegou com atraso
action-order-rechecked = Verificado de novo
action-order-reopened = Reaberto na loja
action-order-approved = Aprovado
action-order-declined = Recusado
action-order-fraud = Fraude confirmada
action-order-disputed = Pagamento contestado
action-order-cancel_asked = Cancelamento solicitado
action-order-refund_asked = Reembolso solicitado
action-hold-locked = Análise da retenção iniciada
action-hold-lock_taken_over = Análise da retenção assumida
action-hold-unlocked = Retenção devolvida
action-entry-added = Entrada adicionada
action-entry-replaced = Entrada alterada
action-entry-removed = Entrada removida
action-entries-imported = Entradas importadas
action-entries-exported = Entradas exportadas
action-orders-exported = Pedidos exportados
action-rule-added = Regra adicionada ao rascunho
action-rule-replaced = Regra do rascunho alterada
action-rule-removed = Regra removida do rascunho
action-settings-replaced = Configurações do rascunho alteradas
action-snapshot-published = Snapshot publicado
action-shop-settings = Configurações da loja alteradas
action-shop-created = Loja criada
action-command-retried = A loja é avisada de novo
action-command-hold_confirmed = A loja reteve o pedido
action-command-hold_given_up = Não foi possível avisar a loja da retenção
action-command-release_confirmed = A loja liberou o pedido
action-command-release_given_up = Não foi possível avisar a loja da liberação
action-command-cancel_confirmed = A loja cancelou o pedido
action-command-cancel_given_up = Não foi possível avisar a loja do cancelamento
action-command-refund_confirmed = A loja reembolsou o pedido
action-command-refund_given_up = Não foi possível avisar a loja do reembolso
custom-title = Campos da loja
notes-title = Como os dados recebidos foram lidos
mails-title = E-mails
mails-count = { $n ->
    [0] nenhum
    [one] { $n } e-mail
   *[other] { $n } e-mails
  }
mails-none = Nenhum e-mail foi escrito sobre este pedido. Os contatos são avisados quando uma verificação retém ou marca um pedido.
mail-state-pending = Aguardando
mail-state-leased = Enviando
mail-state-sent = Enviado
mail-state-retry = Será tentado de novo
mail-state-dead = Não enviado
mail-state-expired = Não será mais enviado
mail-state-written = Gravado
mail-written-help = Esta loja ainda não tem serviço de e-mail: o e-mail foi gravado na caixa de saída e não foi adiante.
mail-due = Previsto
mail-again = Próxima tentativa
mail-gave-up = { $attempts ->
    [one] desistência após uma tentativa
   *[other] desistência após { $attempts } tentativas
  }
mail-error = Último erro:
mail-as = Mostrar como
mail-text = Texto
mail-html = HTML
mail-frame = O e-mail em HTML

## Blacklist
lists = Listas
list-blacklist = Blacklist
list-allow_list = Lista de permissões
find-label = Buscar uma entrada
find-placeholder = Buscar nas entradas carregadas
one-entry = Só a entrada que coincidiu é exibida.
entries-caption = Entradas da blacklist
column-fields = Campos (todos devem coincidir)
column-added = Adicionada por
column-expires = Expira
column-hits = Coincidências
column-remove = Remover
last-hit = última
entries-shown = { $n ->
    [one] { $count } entrada exibida
   *[other] { $count } entradas exibidas
  }
entries-found = { $count } de { $loaded } entradas carregadas
entries-none-title = A blacklist está vazia
entries-none-text = Uma entrada contém um ou mais campos, como um e-mail ou um nome com uma cidade. Todos devem coincidir para que um pedido seja marcado. Ela vale a partir da próxima verificação.
entries-found-title = Nada encontrado
entries-found-text = Nenhuma entrada carregada contém estas palavras. Carregue mais entradas ou busque com menos palavras.
entries-gone-title = Esta entrada não está mais na blacklist
entries-gone-text = Ela foi removida depois de coincidir. A verificação do pedido guarda o motivo e os pontos.
default-points = padrão
default-points-title = Os pontos padrão deste campo, como definidos no momento de cada verificação
entry-add = Adicionar entrada
entry-edit = Editar a entrada: { $name }
entry-changed = Entrada alterada. Ela vale a partir da próxima verificação.
entries-allow-title = A lista de permissões está vazia
entries-allow-text = Uma entrada de permissão deixa passar sem retenção nem marca os pedidos de pessoas que você conhece; os pontos continuam listados. Ela exige um id do cliente, uma impressão do pagamento ou pelo menos dois campos.
edit-title = Editar a entrada
allow-title = Adicionar à lista de permissões
add-kept = { $day }, como está
preview-wait = Com os campos preenchidos, você vê com quais dos pedidos mais recentes a entrada teria coincidido.
preview-looking = Procurando nos pedidos mais recentes…
preview-found = { $n ->
    [0] Não teria coincidido com nenhum
    [one] Teria coincidido com { $n }
   *[other] Teria coincidido com { $n }
  } dos últimos { $checked } pedidos.
preview-free = { $n ->
    [one] { $n } deles não foi interrompido.
   *[other] { $n } deles não foram interrompidos.
  }
preview-more = e mais { $n }
import = Importar…
export = Exportar
import-title = Importar entradas
import-text = Um arquivo CSV cuja primeira linha dá os nomes dos campos. Campos desnecessários podem ser omitidos; uma linha sem id é uma nova entrada.
import-copy = Copiar a primeira linha
import-file = Arquivo
import-no-file = Escolha um arquivo.
import-try = Examinar o arquivo
import-do = { $n ->
    [one] Importar { $n } entrada
   *[other] Importar { $n } entradas
  }
import-done = { $n ->
    [one] { $n } entrada importada. Ela vale a partir da próxima verificação.
   *[other] { $n } entradas importadas. Elas valem a partir da próxima verificação.
  }
import-found = Novas: { $new }; alteradas: { $changed }; iguais: { $same }; inválidas: { $invalid }.
import-mend = Nada é importado enquanto houver uma linha inválida. Corrija o arquivo e escolha-o de novo.
import-nothing = Não há nada para importar: tudo já está na lista.
import-ready = Nada foi alterado ainda.
import-lines = Linhas do arquivo
import-line = Linha { $line }:
import-new = nova
import-changed = alterada
import-invalid = inválida
import-more = e mais { $count } linhas
entry-added = Entrada adicionada. Ela vale a partir da próxima verificação.
entry-removed = Entrada removida
entry-again = Entrada adicionada de novo
entry-remove = Remover a entrada: { $name }
entry-no-field = Preencha pelo menos um campo.
entry-no-reason = Diga o motivo. Quem analisa um pedido vai vê-lo.
entry-no-points = Vários campos exigem pontos próprios.
entry-bad-points = Um número inteiro de −1000 a 1000.
add-title = Adicionar à blacklist
add-title-order = Adicionar à blacklist a partir do pedido { $number }
add-fields = Campos
add-fields-help = Todos os campos preenchidos devem coincidir. Os campos de nome e endereço devem coincidir em um mesmo local.
add-more = Mais campos
add-effect = Efeito
add-points = Pontos
add-points-help = Vazio: os pontos padrão do campo.
add-points-off = Só para o efeito “Pontos”.
add-reason = Motivo
add-reason-help = Visível para quem analisa um pedido que coincida.
add-expires = Expira
add-months = { $n ->
    [one] Em { $n } mês
   *[other] Em { $n } meses
  }
add-expires-help = Depois disso a entrada não coincide mais. No máximo 36 meses.
add-never-help = A entrada fica até ser removida. Explique isso no motivo.

## Rules and what is published
rules-title = Regras
rules-back = Voltar às regras
rules-shadow = Estas regras vieram com a loja e estão desativadas. Ative as que servem para ela e publique.
rules-none-title = Não há regras
rules-none-text = Uma regra é uma condição sobre um pedido, como order.total > 500, e os pontos que ela vale. Todas as regras ativas são executadas em cada verificação.
part-add-rule = Nova regra
part-remove-rule = Remover a regra
part-removed-rule = Regra removida do rascunho
rule-switch = Ativa: { $name }
rule-on = Ativada no rascunho. Publique para colocá-la em vigor.
rule-off = Desativada no rascunho. Publique para colocar em vigor.
part-name-help-rule = Quem analisa vê o nome como motivo de uma coincidência.
rule-when = Condição
rule-use = Usar { $word }
rule-visibility = Quem pode ler
rule-private = Só esta loja
rule-private-help = Ela nunca sai do Ordergate.
rule-public = Pública
rule-public-warning = Qualquer pessoa pode ler uma regra pública: ela é enviada ao navegador de cada comprador.
rule-points-help = De −1000 a 1000, somados à pontuação quando a condição é verdadeira.
rule-allow-help = Deixa o pedido passar sem retenção nem marca; os pontos continuam listados.
rule-active = Ativa
rule-active-help = Regras inativas nunca são executadas.
rule-no-name = Dê um nome à regra.
rule-no-when = Escreva uma condição.
code-help = Por exemplo: payment.method == "cod" and order.total > 500
part-rule = Regra
part-variable = Variável
part-list = Lista
part-saved = Salvo no rascunho. Publique para colocar em vigor.
part-no-name = Dê um nome, como big_order.
part-gone-title = Isto não está mais no rascunho
save-draft = Salvar no rascunho
variable-title = Variáveis
part-add-variable = Nova variável
part-remove-variable = Remover a variável
part-removed-variable = Variável removida do rascunho
part-none-variable = Uma variável dá a uma condição ou a um número um nome que as regras podem usar.
part-name-help-variable = Letras, dígitos e sublinhados; é por este nome que as regras a chamam.
variable-is = Representa
list-title = Listas
part-add-list = Nova lista
part-remove-list = Remover a lista
part-removed-list = Lista removida do rascunho
part-none-list = Uma lista guarda valores para um teste com “in”, como países ou produtos.
part-name-help-list = Letras, dígitos e sublinhados; é por este nome que as regras a chamam.
list-values = Valores
list-values-help = Um por linha.
words-title = Palavras para condições
words-order = Pedido
words-buyer = Comprador
words-places = Locais
words-payment = Pagamento e checkout
words-velocity = Pedidos anteriores
words-lines = Itens
words-tests = Testes
column-on = Ativa
column-name = Nome
column-hits-30 = Coincidências, 30 dias
publish-in-force = O snapshot { $number } está em vigor, publicado
publish-waiting = { $n ->
    [one] Uma alteração não foi publicada.
   *[other] { $n } alterações não foram publicadas.
  }
publish-review = Revisar e publicar…
publish-title = Publicar o snapshot { $number }
publish-text = A partir da próxima verificação, os pedidos são verificados com o que está aqui. Pedidos que ainda podem ser interrompidos são verificados de novo.
publish-do = Publicar o snapshot { $number }
publish-done = O snapshot { $number } está em vigor.
change-added = Nova
change-changed = Alterada
change-removed = Removida
change-take-back = Reverter
change-taken-back = Revertida
change-field-name = Nome
change-field-when = Condição
change-field-is = Representa
change-field-values = Valores
change-field-points = Pontos
change-field-effect = Efeito
change-field-active = Ativa
change-field-visibility = Quem pode ler
change-field-minimum_points = Mínimo
change-field-decline_points = Recusar acima de
change-field-default_country = País
change-field-time_zone = Fuso horário

## Settings
settings-title = Configurações
settings-tab-decision = Pontos e decisões
settings-tab-shop = Loja
settings-tab-connections = Conexões
settings-tab-keys = Chaves da API
settings-tab-endpoints = Webhooks
settings-tab-audit = Auditoria
rotate = Rotacionar
rotated = Rotação concluída.
rotate-text = Um novo valor é criado. Coloque-o em uso antes que o antigo expire.
rotate-hours = O antigo continua funcionando por, horas
rotate-hours-help = De 0 a 168. Com 0, ele expira na hora.
keys-text = Uma chave de servidor pode fazer tudo nesta loja. Uma chave de checkout fica na página e só pode pedir um token de checkout.
key-add = Nova chave
key-make = Criar a chave
key-edit = Editar a chave
key-kind = Tipo
key-sk = Chave de servidor
key-pk = Chave de checkout
key-sk-help = Só nos seus próprios servidores: quem a tem pode ler e alterar tudo nesta loja.
key-pk-help = Fica na página de checkout; qualquer pessoa pode lê-la.
key-name-help = Para que ela serve, como o depósito.
key-origins = Páginas que podem usá-la
key-origins-help = Endereços como https://shop.example, um por linha. Vazio: qualquer página.
key-used = Usada em { $day }
key-unused = Ainda não usada
key-ends = Expira
key-made = A chave
key-made-sk = Seus servidores a enviam como bearer token.
key-made-pk = Ela vai na tag script da página de checkout.
key-revoke = Revogar
key-revoke-title = Revogar { $name }
key-revoke-text = Ela deixa de funcionar na hora. O que a usar será recusado a partir daí.
key-rotate-title = Rotacionar { $name }
endpoints-text = Aonde a sua plataforma entrega os pedidos, assinados.
endpoint-add = Novo endpoint
endpoint-make = Criar o endpoint
endpoint-made = Endpoint para { $platform }
endpoint-url = Endereço
endpoint-secret = Segredo
endpoint-secret-help = Só se a plataforma exibir o próprio segredo, como faz a Shopify. Vazio: um é criado.
endpoint-previous = Segredo antigo até
endpoint-remove = Remover
endpoint-remove-title = Remover o endpoint para { $platform }
endpoint-remove-text = O endereço deixa de funcionar na hora: os webhooks da plataforma são recusados.
endpoint-rotate-title = Rotacionar o segredo para { $platform }
copy-address = Copiar o endereço
copy-secret = Copiar o segredo
deliveries = Webhooks recebidos
deliveries-title = Webhooks recebidos: { $platform }
delivery-last = Último webhook recebido
delivery-none = Nenhum webhook recebido ainda
delivery-replay = Reprocessar
delivery-replayed = Reprocessado: { $outcome }
outcome-taken = Aceito
outcome-late = Atrasado
outcome-stale = Versão mais antiga
outcome-same = Igual ao anterior
outcome-conflict = Conflito
outcome-ignored = Ignorado
outcome-unreadable = Ilegível
outcome-unknown_order = Pedido desconhecido
not-set = Não definido
bad-number = Um número inteiro ou nada.
confirm-type = Digite { $word } para confirmar
confirm-other = A palavra digitada é outra.
switch-title = Chave geral
switch-now-on = A triagem está ativada
switch-now-on-text = Todos os pedidos da loja são verificados.
switch-now-off = A triagem está desativada
switch-now-off-text = Todos os pedidos são aprovados sem verificação.
switch-off = Desativar a triagem
switch-off-text = A partir do próximo pedido, nada é verificado: todos são aprovados, digam o que disserem a blacklist e as regras. Pedidos retidos continuam retidos.
switch-on = Ativar a triagem
switch-on-text = A partir do próximo pedido, todos voltam a ser verificados.
switch-publishes = { $n ->
    [one] A alteração do rascunho ainda não publicada é publicada junto.
   *[other] As { $n } alterações do rascunho ainda não publicadas são publicadas junto.
  }
switch-is-off = A triagem está desativada.
switch-is-on = A triagem está ativada.
decision-title = Quando um pedido é retido
decision-text = Os pontos de todas as coincidências são somados.
minimum = Mínimo
minimum-help = Um pedido com mais pontos do que isso é retido.
decline = Recusar acima de
decline-help = Opcional. Acima disso o pedido é mostrado como recusado; ele é retido do mesmo jeito, quem recusa são pessoas.
default-points-heading = Pontos padrão
default-points-text = O que uma entrada de um só campo soma, no momento da verificação, quando não tem pontos próprios. Vazio: nada.
reading-title = Como os pedidos são lidos
default-country = País
default-country-help = Duas letras, como BR.
time-zone = Fuso horário
time-zone-help = Para order.hour e order.weekday nas regras e para todos os horários desta página.
shop-title = A loja
shop-saved = Salvo. Já está em vigor.
shop-stop_window_hours = Prazo para interromper, horas
shop-stop_window_hours-help = Por quanto tempo depois da primeira verificação uma entrega ainda pode ser interrompida. Vazio: 24.
shop-review_hours = Analisar em até, horas
shop-review_hours-help = Uma retenção mais antiga aparece como atrasada; ela continua retida. Vazio: sem prazo.
shop-codes = Códigos de retenção
shop-codes-help = Suas palavras para as retenções; a lista de retenções é filtrada por elas.
shop-code-automatic = Retido por uma verificação
shop-code-manual = Retido por uma pessoa
shop-list_fields = Adicionar à blacklist
shop-list_fields-help = Os campos copiados de um pedido ou de um cliente para uma entrada. Todos devem coincidir depois.
shop-fraud_fields = Fraude confirmada
shop-fraud_fields-help = Cada um destes vira uma entrada com o efeito Reter quando um pedido é confirmado como fraude.
shop-kept = O que é guardado
shop-retention_days = Dados pessoais, dias
shop-retention_days-help = Depois disso são apagados dos pedidos. Vazio: 730.
shop-delivery_body_days = Dados recebidos, dias
shop-delivery_body_days-help = O que a plataforma mandou, tal como veio. Vazio: 30.
connections-text = Com uma conexão, retenções, liberações, cancelamentos e reembolsos chegam à loja sozinhos, e os pedidos que nenhum webhook trouxe são buscados a cada 5 minutos.
connection-none = Não conectada
connected = Conectada
connection-failing = Com falha
connection-key-ends = A chave termina em { $ends }
connection-polled = consultada
connection-not-polled = ainda não consultada
connection-webhook = { $state ->
    [active] O webhook entrega os pedidos
    [reactivated] O webhook estava desativado e foi reativado
    [recreated] O webhook tinha sumido e foi criado de novo
    [retrying] O webhook sumiu; a criação é tentada de novo a cada hora
   *[missing] Não há webhook para o endpoint desta loja
  }
connection-replace = Trocar chaves
connection-remove = Remover
connection-remove-title = Remover a conexão com { $platform }
connection-remove-text = As chaves são esquecidas. Retenções e liberações ficam no Ordergate e não chegam mais à loja.
connection-saved = Conectada. A loja será consultada em até 5 minutos.
connect = Conectar
connect-title = Conectar { $platform }
connect-text-woocommerce = No WooCommerce, em Configurações, Avançado, API REST, adicione uma chave com a permissão Leitura/Escrita.
connect-text-shopify = Na Shopify, em Configurações, Apps, desenvolva um app que possa ler e escrever pedidos e pedidos de fulfillment, e instale-o.
connect-address-woocommerce = Endereço da loja
connect-address-help-woocommerce = Como https://shop.example
connect-address-shopify = Domínio
connect-address-help-shopify = Como my-shop.myshopify.com
connect-key = Chave do consumidor
connect-secret = Segredo do consumidor
connect-token = Token de acesso
connect-secret-help = Guardado cifrado e nunca mais exibido.
connect-hold = Um pedido retido recebe
connect-hold-note = Uma nota privada
connect-hold-status = Uma nota privada e o status on-hold
connect-hold-note-help = Os compradores não veem nada disso.
connect-hold-status-warning = Os compradores veem o status on-hold na conta, e o WooCommerce envia um e-mail sobre ele.

## Install
install-title = Instalação
install-api = Loja própria
install-checkout = Página de checkout
install-endpoint = Crie o endereço em que os pedidos são entregues
install-endpoint-there = Já foi criado. Endereço e segredo foram exibidos uma única vez; se foram perdidos, remova o endpoint e crie outro:
install-endpoint-woocommerce = Você recebe um endereço e um segredo, uma única vez. Guarde os dois para o próximo passo.
install-endpoint-shopify = Primeiro copie o segredo que a Shopify exibe em Configurações, Notificações, Webhooks: ele assina todos os webhooks. Você recebe o endereço para o próximo passo.
install-where-woocommerce = Informe os dois no WooCommerce
install-how-woocommerce = Configurações, Avançado, Webhooks, Adicionar webhook: status Ativo, o endereço como URL de entrega, o segredo como Segredo, versão 3 da API. Faça isso uma vez para cada tópico:
install-where-shopify = Informe o endereço na Shopify
install-how-shopify = Configurações, Notificações, Webhooks, Criar webhook: formato JSON, o endereço como URL. Faça isso uma vez para cada tópico; contestações só existem com o Shopify Payments:
install-back = Faça as retenções chegarem à loja
install-back-text = Conecte a loja, para que um pedido retido fique retido lá também:
install-seen = Veja o primeiro pedido chegar
install-seen-how = Faça um pedido de teste. Ele aparece em Pedidos logo depois.
install-copy-topic = Copiar { $topic }
install-key = Crie uma chave
install-key-text = Uma chave de servidor, só para os seus próprios servidores:
install-pk-text = Uma chave de checkout, com o endereço das páginas da loja:
install-order = Envie cada pedido
install-order-text = Quando ele é feito e de novo quando é alterado, com um updated_at mais recente. A resposta contém a decisão. Só id, placed_at, currency e total são necessários; cada campo a mais melhora a verificação.
install-ask = Pergunte antes do envio
install-ask-text = Um pedido retido responde false até que alguém o libere.
install-tag = Coloque o script na página de checkout
install-tag-text = Com a sua chave de checkout no lugar de pk_… e o seletor do formulário. Ele não bloqueia nada, e o comprador não percebe nada.
install-token = Passe o token adiante
install-token-text = O script coloca um token no formulário, como ordergate_token. Envie-o com o pedido, no campo token: um pedido cujo token falta ou pertence a outro carrinho é um fato para as suas regras.
snippet = Texto para copiar

## Outbox
outbox-title = Caixa de saída
outbox-pending = Aguardando
outbox-retry = Tentados de novo
outbox-sent = Enviados
outbox-dead = Não enviados
outbox-expired = Tarde demais
outbox-none-title = Nenhum e-mail foi escrito ainda
outbox-none-such = Nenhum e-mail aqui
outbox-none-text = Quando um pedido é retido ou um caso é aberto, os e-mails aos contatos ficam aqui, da primeira à última tentativa.
mail-kind-hold = Retenção
mail-kind-mark = Marca
mail-kind-case = Caso
mail-kind-digest = Resumo
mail-kind-test = Teste
mail-bounced = Devolvido
mail-order = Abrir o pedido
mail-retry = Enviar de novo
mail-retried = O e-mail será enviado de novo.
stuck-title = A loja não foi avisada
stuck-what = { $what } em { $platform }, solicitação feita
command-hold = Retenção
command-release = Liberação
command-cancel = Cancelamento
command-refund = Reembolso
command-dead = Desistência
command-unknown = Resultado desconhecido
command-unknown-help = A resposta se perdeu. O Ordergate pergunta à loja o que aconteceu.
command-retry = Avisar de novo
command-retried = A loja é avisada de novo.

## Contacts
contacts-title = Contatos
contacts-bounced = E-mails a um contato estão voltando. Envie um e-mail de teste ou informe um segundo canal, que é avisado quando e-mails falham.
contacts-none-title = Ninguém é avisado ainda
contacts-none-text = Os contatos recebem um e-mail quando um pedido é retido ou um caso é aberto, a tempo de interromper a entrega. Eles não precisam de login.
contact-add = Novo contato
contact-edit = Editar o contato
contact-saved = Contato salvo
contact-remove = Remover { $name }
contact-removed = { $name } não é mais avisado.
contact-bounced = E-mails voltam desde
contact-test = E-mail de teste:
contact-send-test = Enviar teste
contact-no-name = Diga quem é.
contact-no-email = Informe o endereço completo.
contact-language = Idioma
contact-language-help = E-mails, datas e valores são escritos nele.
contact-hears = Recebe avisos de
contact-channel = Segundo canal
contact-channel-help = Opcional. Um endereço https seu que recebe um POST assinado quando três e-mails falham.
contact-channel-to = Segundo canal: { $host }
contact-secret-title = Segredo do segundo canal
contact-secret-about = Cada POST ao endereço é assinado com este segredo, como descreve o Standard Webhooks.
hears-holds = Pedidos retidos
hears-holds-help = Na hora, com os motivos.
hears-cases = Casos
hears-cases-help = Na hora, quando um pedido aprovado se revela suspeito e a entrega ainda pode ser interrompida.
hears-marks = Pedidos marcados
hears-marks-help = Uma marca não interrompe nada.
hears-marks-at_once = Pedidos marcados
hears-marks-digest = Pedidos marcados, resumo
hears-nothing = Nada
marks-at_once = Na hora
marks-digest = Um resumo a cada 15 minutos
marks-off = Nunca

## Fields
field-first_name = Nome
field-last_name = Sobrenome
field-street = Rua
field-house_number = Número
field-postcode = CEP
field-postcode_extended = CEP estendido
field-city = Cidade
field-email = E-mail
field-ip = IP
field-phone = Telefone
field-country = País
field-company = Empresa
field-tax_id = CPF/CNPJ
field-customer_id = Id do cliente
field-payment_fingerprint = Impressão do pagamento
field-device = Dispositivo
field-email_domain = Domínio do e-mail

## Today
today-title = Hoje
today-all = Mostrar todos
today-cases = Casos, os de menor tempo restante primeiro
today-cases-none = Nenhuma entrega precisa ser interrompida. Um caso é aberto quando um pedido que já tinha passado se revela fraude.
today-holds = Pedidos retidos, os mais antigos primeiro
today-holds-none = Nenhum pedido espera uma decisão.
tile-cases = Casos abertos
tile-unassigned = { $n ->
    [0] todos têm responsável
    [one] { $n } sem responsável
   *[other] { $n } sem responsável
  }
tile-holds = Pedidos retidos
tile-overdue = { $n } com análise atrasada
tile-over = Casos fora do prazo
tile-not_checked = Não verificados, 7 dias
alerts-title = O que pede atenção
alert-contacts_bouncing = { $n ->
    [one] E-mails a { $count } contato estão voltando: ele não é avisado.
   *[other] E-mails a { $count } contatos estão voltando: eles não são avisados.
  }
alert-mails_dead = { $n ->
    [one] { $count } e-mail dos últimos 7 dias não pôde ser enviado.
   *[other] { $count } e-mails dos últimos 7 dias não puderam ser enviados.
  }
alert-commands_dead = { $n ->
    [one] Uma vez não foi possível avisar a loja para reter, liberar, cancelar ou reembolsar um pedido.
   *[other] { $count } vezes não foi possível avisar a loja para reter, liberar, cancelar ou reembolsar um pedido.
  }
alert-polls_failing = { $n ->
    [one] Uma plataforma da loja não responde quando o Ordergate busca novos pedidos.
   *[other] { $count } plataformas da loja não respondem quando o Ordergate busca novos pedidos.
  }
alert-not_checked = { $n ->
    [one] { $count } pedido dos últimos 7 dias não foi verificado: ninguém decidiu sobre ele.
   *[other] { $count } pedidos dos últimos 7 dias não foram verificados: ninguém decidiu sobre eles.
  }
chart-title = Pedidos de 14 dias
chart-says = Pedidos em 14 dias: { $orders }; retidos: { $held }; marcados: { $marked }. A tabela mostra cada dia.
chart-day = { $day }: pedidos: { $orders }; retidos: { $held }; marcados: { $marked }
chart-fine = Sem retenção nem marca
chart-table = Em tabela
chart-date = Dia
chart-orders = Pedidos
chart-held = Retidos
chart-marked = Marcados
set-up-title = Configuração
set-up-count = { $done } de { $all } concluídos
set-up-done = Concluído:
set-up-missing = Falta:
set-up-orders = Os pedidos chegam
set-up-orders-text = Conecte a plataforma da loja ou envie pedidos com POST /v1/orders. Nenhum chegou ainda.
set-up-minimum = O mínimo está definido
set-up-minimum-text = Enquanto não houver um, nada é retido por pontos.
set-up-stop_window = O prazo para interromper está definido
set-up-stop_window-text = Por quantas horas a loja ainda pode interromper uma entrega. Sem definição, valem 24.
set-up-contacts = Alguém recebe e-mails
set-up-contacts-text = Sem um contato, ninguém é avisado de retenções e casos.
set-up-rules = As regras estão publicadas
set-up-rules-text = Sem regras, só a blacklist encontra algo.
set-up-entries = A blacklist tem entradas
set-up-entries-text = Adicione um comprador que não pagou ou importe uma lista.

## Selected rows
select = Selecionar { $name }
select-all = Selecionar todos os exibidos
bulk-chosen = { $n ->
    [one] { $n } selecionado
   *[other] { $n } selecionados
  }
bulk-clear = Limpar a seleção
bulk-left = Estes ficaram como estavam:
bulk-fields-help = O que o pedido tiver destes campos vira uma entrada; todos devem coincidir.
bulk-fields-newest = Para um cliente, vale o pedido mais recente.
bulk-recheck = Verificar de novo
bulk-recheck-done = { $n ->
    [one] { $count } pedido foi verificado de novo.
   *[other] { $count } pedidos foram verificados de novo.
  }
bulk-now-held = { $n ->
    [one] { $n } deles agora está retido.
   *[other] { $n } deles agora estão retidos.
  }
bulk-hold = Reter…
bulk-hold-title = { $n ->
    [one] Reter o pedido { $name }
   *[other] Reter { $n } pedidos
  }
bulk-hold-text = Nada deles deve ser processado até que alguém os libere.
bulk-hold-do = Reter
bulk-hold-done = { $n ->
    [one] { $count } pedido está retido.
   *[other] { $count } pedidos estão retidos.
  }
bulk-release = Liberar…
bulk-release-title = { $n ->
    [one] Liberar o pedido { $name }
   *[other] Liberar { $n } pedidos
  }
bulk-release-text = Eles podem ser enviados. Só uma nova verificação, depois de uma alteração do pedido na loja, pode reter um deles de novo.
bulk-release-do = Liberar
bulk-release-done = { $n ->
    [one] { $count } pedido está liberado.
   *[other] { $count } pedidos estão liberados.
  }
bulk-cancel = Cancelar…
bulk-cancel-title = { $n ->
    [one] Cancelar o pedido { $name }
   *[other] Cancelar { $n } pedidos
  }
bulk-cancel-text = A loja recebe a ordem de cancelar e devolver o que foi pago. Isso não pode ser desfeito.
bulk-cancel-do = Cancelar em definitivo
bulk-cancel-done = { $n ->
    [one] { $count } pedido está cancelado.
   *[other] { $count } pedidos estão cancelados.
  }
bulk-cancel-untold = { $n ->
    [one] { $count } pedido foi anotado como cancelado. O Ordergate não tem acesso à loja: cancele-o lá também.
   *[other] { $count } pedidos foram anotados como cancelados. O Ordergate não tem acesso à loja: cancele-os lá também.
  }
bulk-add_to_blacklist = Adicionar à blacklist…
bulk-add_to_blacklist-title = { $n ->
    [one] Adicionar à blacklist: { $name }
   *[other] Adicionar { $n } compradores à blacklist
  }
bulk-add_to_blacklist-do = Adicionar à blacklist
bulk-add_to_blacklist-done = { $n ->
    [one] { $count } comprador está na blacklist.
   *[other] { $count } compradores estão na blacklist.
  }
bulk-export = Exportar…
export-title = { $n ->
    [one] Exportar { $count } pedido
   *[other] Exportar { $count } pedidos
  }
export-all = Exportar todos os pedidos que os filtros mostram
export-text = Um arquivo CSV que as planilhas abrem como está: uma linha por pedido, horários em { $zone }. Nenhuma célula é executada como fórmula. As colunas:
export-care = Nomes e cidades são dados pessoais: guarde o arquivo enquanto precisar dele e depois apague-o. E-mails, telefones e endereços ficam aqui.
export-reading = { $count } pedidos lidos…
export-do = Salvar o arquivo
export-done = { $n ->
    [one] { $count } pedido está em { $name }.
   *[other] { $count } pedidos estão em { $name }.
  }
export-cut = Há mais: restrinja a lista para o resto.
export-id = Id
export-currency = Moeda
export-yes = sim
export-no = não

## Holds
holds-title = Retenções
holds-all = Todas
holds-automatic = Por verificação
holds-manual = Manuais
holds-overdue = Análise atrasada
holds-free = Livres
holds-locked = Em análise
holds-caption = Retenções: { $filter }
holds-shown = { $n ->
    [one] { $count } pedido retido exibido
   *[other] { $count } pedidos retidos exibidos
  }
holds-none-title = Nenhum pedido retido aqui
holds-none-text = Outros pedidos retidos podem estar em outro filtro.
holds-code-title = Só retenções com este código
holds-one-code = Só retenções com o código { $code } são exibidas.
holds-review = análise
column-since = Retido
column-lock = Em análise por
hold-lock = Analisar
hold-locked-by = Em análise por
hold-unlock = Devolver
hold-override = Assumir…
hold-override-title = { $by } está analisando esta retenção
hold-override-text = Assuma só como supervisor ou depois de combinar. O que essa pessoa não terminou se perde.
hold-override-do = Assumir
hold-yours = Você está analisando { $name }.

## Customers
customers-title = Clientes
customers-find = E-mail, telefone, nome ou id do cliente
customers-found = Encontrados por { $text }. O que você busca fica fora do endereço e de todo registro.
customers-shown = { $n ->
    [one] { $count } cliente exibido
   *[other] { $count } clientes exibidos
  }
customers-last = Último pedido
customers-unit = { $n ->
    [one] pedido
   *[other] pedidos
  }
customers-none-title = Ainda não há clientes
customers-none-text = Quem faz pedidos aparece aqui, no pedido mais recente: quantas vezes comprou, no que deu e se o próximo pedido passaria.
customers-unknown-title = Ninguém encontrado
customers-unknown-text = Nenhum pedido tem este e-mail, telefone ou id de cliente, em qualquer grafia, mas completo. Nomes são buscados pelo início de cada palavra, nos 5.000 pedidos mais recentes.
customer-open = Tudo sobre este comprador
customer-previous = Cliente anterior
customer-next = Próximo cliente
customer-back-key = Voltar aos clientes (u)
customer-allow = Adicionar à lista de permissões…
customer-nameless = Sem nome
customer-unknown-title = Cliente inexistente
customer-unknown-text = Nenhum pedido desta loja tem esta chave. Ela pode ter sido apagada ou alterada na loja.
customer-joined = unidos por e-mail, telefone, id do cliente e pagamento
customer-newest = os { $n } mais recentes de { $joined } são exibidos e somados
customer-first = Primeiro pedido
customer-sum = Pedido ao todo
customer-lost = Cancelado ou recusado
customer-unclaimed = Pacotes não retirados
pass-label = Este comprador passaria agora?
pass-good = Passaria agora: { $why }
pass-marked = Passaria agora, marcado: { $why }
pass-held = Seria retido agora: { $why }
pass-from = Passa a partir de { $when }, se nada acontecer até lá.
pass-never = O que o retém não expira por si só.
pass-text = Vale para outro pedido como o mais recente, feito agora. Nada é gravado.
pass-unknown = Os campos do pedido mais recente foram apagados ou não puderam ser lidos; não se pode dizer se o próximo passaria.
reasons-title = Motivos
reasons-none = Nenhuma entrada e nenhuma regra coincidiriam.
column-lapses = Expira
lapses-never = não por si só
labels-title = Avaliações
label-blocked = Bloqueado
label-not_blocked = Não bloqueado
label-fraud = Fraude
label-legitimate = Legítimo
label-chargeback = Estorno
label-refund_abuse = Abuso de reembolso
label-unsure = Incerto

## Cases
cases-title = Casos
cases-open = Abertos
cases-mine = Meus
cases-unassigned = Sem responsável
cases-snoozed = Adiados
cases-over = Fora do prazo
cases-closed = Respondidos
cases-caption = Casos: { $filter }
cases-shown = { $n ->
    [one] { $count } caso exibido
   *[other] { $count } casos exibidos
  }
cases-asleep = Adiado até
cases-show-open = Mostrar casos abertos
cases-open-title = Nenhum caso aberto
cases-open-text = Um caso é aberto quando um pedido que já tinha passado se revela fraude: uma pessoa ou o provedor de pagamento avisa, ou uma nova entrada ou regra coincide com ele. O caso com menos tempo para interromper a entrega vem primeiro.
cases-mine-title = Nenhum caso é seu
cases-mine-text = “Assumir o próximo” dá a você o caso mais urgente ainda sem responsável.
cases-unassigned-title = Todos os casos abertos têm responsável
cases-unassigned-text = Um caso que ninguém assumiu espera aqui enquanto a entrega ainda pode ser interrompida.
cases-snoozed-title = Nenhum caso adiado
cases-snoozed-text = Um caso adiado fica fora das listas até a hora marcada; o prazo dele continua correndo.
cases-over-title = Nenhum caso aberto está fora do prazo
cases-over-text = Quando o prazo para interromper acaba antes que alguém responda, o caso espera aqui pela resposta.
cases-closed-title = Nenhum caso foi respondido ainda
cases-closed-text = As respostas ensinam ao Ordergate quais entradas e regras estão certas.
column-left = Tempo restante
column-order = Pedido
column-why = Por quê
column-assignee = Responsável
column-opened = Aberto
nobody = ninguém
window-over-short = Fora do prazo
span-days = { $days } d
span-hours = { $hours } h
span-minutes = { $minutes } min
cause-check = Nova verificação
cause-declined = Recusado
cause-fraud = Fraude
cause-dispute = Pagamento contestado
resolution-blocked = Bloqueado
resolution-not_blocked = Não bloqueado
resolution-too_late = Tarde demais
case-title = Caso do pedido { $number }
case-next = Assumir o próximo
case-previous = Caso anterior
case-following = Próximo caso
case-back-key = Voltar aos casos (u)
case-order = Abrir o pedido
case-unknown-title = Caso não encontrado
case-unknown-text = Esta loja não tem caso com este id.
case-window = Prazo para interromper a entrega
case-left = Restam { $left } para interromper a entrega
case-over = O prazo para interromper a entrega acabou
case-facts = Caso
case-answer = Resposta
case-deadline = Interromper até
case-opened = Aberto
case-opened-by = Aberto por
case-cause = Causa
case-asleep-until = Adiado até
case-take = Assumir
case-taken = O caso é seu.
case-give-back = Devolver
case-given-back = O caso está sem responsável.
case-assign = Atribuir…
case-assign-title = Atribuir o caso do pedido { $number }
case-assign-help = Vazio: ninguém.
case-assign-do = Atribuir
case-note = Nota
case-note-title = Nota no caso do pedido { $number }
case-note-help = Visível para todos que abrem este caso.
case-note-missing = Escreva a nota primeiro.
case-note-do = Adicionar a nota
case-snooze = Adiar
case-snooze-title = Adiar o caso do pedido { $number }
case-snooze-text = Ele sai das listas por esse tempo. O prazo para interromper a entrega continua correndo.
case-nap-late = depois do prazo para interromper
case-sleeps = O caso está adiado.
case-wake = Reativar
case-awake = Reativado
case-final = A resposta é definitiva. Ela ensina ao Ordergate quais entradas e regras estão certas.
case-blocked-title = Pedido { $number }: a entrega foi interrompida
case-blocked-text = O pacote não saiu ou voltou a tempo.
case-blocked-do = Responder: Bloqueado
case-not_blocked-title = Pedido { $number }: a entrega segue
case-not_blocked-text = O pedido está em ordem ou ninguém quer interrompê-lo.
case-not_blocked-do = Responder: Não bloqueado
case-too_late-title = Pedido { $number }: era tarde demais
case-too_late-text = O pacote já tinha saído antes que alguém pudesse interromper a entrega. Isso não ensina nada sobre entradas e regras.
case-too_late-do = Responder: Tarde demais
case-was-blocked = Bloqueado: a entrega foi interrompida
case-was-not_blocked = Não bloqueado: a entrega seguiu
case-was-too_late = Tarde demais: o pacote já tinha saído
linked-title = Outros pedidos deste comprador
linked-count = { $n ->
    [0] nenhum
    [one] { $n } pedido
   *[other] { $n } pedidos
  }
linked-none = Nenhum outro pedido tem o mesmo e-mail, telefone, cliente ou pagamento.
action-case-opened = Caso aberto
action-case-turned = Reportado de novo
action-case-note = Nota
action-case-assigned = Atribuído a
action-case-snoozed = Adiado até
action-case-resolved = Respondido
action-case-mail_queued = E-mail na fila
action-case-mail_sent = E-mail enviado
action-case-mail_dead = E-mail não enviado
action-case-mail_expired = E-mail não será mais enviado
action-case-mail_bounced = E-mail devolvido
actor-contact = Contato

# Users and roles.
keys-here = Nesta página
keys-select = Selecionar a linha
bar-user = Seu papel: { $role }
role-viewer = Leitor
role-analyst = Analista
role-approver = Aprovador
role-admin = Administrador
role-viewer-help = Vê tudo e não altera nada.
role-analyst-help = Também retém pedidos, lista compradores, assume casos e escreve notas.
role-approver-help = Também libera e cancela pedidos, responde a casos, altera e publica regras.
role-admin-help = Também altera configurações, contatos, chaves, conexões e usuários.
role-note = Você vê isto como { $role }. Para alterar é preciso o papel { $needed }; um administrador pode concedê-lo.
settings-tab-users = Usuários
users-text = Pessoas que entram nesta loja. Contatos, que só recebem e-mails, não são usuários.
user-invite = Convidar alguém
user-invite-do = Criar o link
user-edit = Alterar usuário
user-role = Papel
user-name-help = Casos, retenções e a auditoria usam este nome. Um nome não se repete.
user-name-missing = Escreva o nome do usuário.
user-you = Você
user-last-admin = O único administrador: torne outra pessoa administradora antes de mudar isto.
user-seen = Entrou
user-never = Ainda não entrou
user-passkeys = { $n ->
    [0] Nenhuma chave de acesso
    [one] Uma chave de acesso
   *[other] { $n } chaves de acesso
}
user-link = Novo link
user-link-title = Um link para { $name }
user-link-text = Quem o abrir entra como este usuário: não o envie a mais ninguém. Funciona uma vez.
user-link-until = Vale até
user-link-copy = Copiar o link
user-link-done = Já o tenho
user-saved = Salvo. Vale a partir do próximo passo da pessoa.
user-remove = Remover
user-remove-title = Remover { $name }
user-remove-text = A pessoa sai imediatamente e não entra mais. O que fez permanece na auditoria com seu nome.
user-removed = Removido.
action-user-invited = Usuário convidado
action-user-changed = Usuário alterado
action-user-removed = Usuário removido
action-user-link_made = Link de acesso criado
action-user-signed_in = Entrou

# The engine beside the editor, and edits that met.
cost-title = Custo no pior caso
cost-all = Todas as regras ativas: { $steps } de { $budget } passos.
cost-rule = Esta regra: { $steps } passos.
cost-unknown = Será medido quando nada no rascunho estiver errado.
cost-measuring = Medindo…
conflict-title = Alguém mudou isto nesse meio-tempo
conflict-text = Seu texto continua aqui. Salvar o põe no lugar do texto da outra pessoa:
conflict-removed = Foi removido do rascunho. Seu texto continua aqui; salvar o adiciona de novo.
conflict-take = Ficar com a outra versão
action-variable-added = Variável adicionada ao rascunho
action-variable-replaced = Variável do rascunho alterada
action-variable-removed = Variável removida do rascunho
action-list-added = Lista adicionada ao rascunho
action-list-replaced = Lista do rascunho alterada
action-list-removed = Lista removida do rascunho
action-key-added = Chave de API criada
action-key-changed = Chave de API alterada
action-key-rotated = Chave de API trocada
action-key-revoked = Chave de API revogada
action-endpoint-added = Endpoint de webhook criado
action-endpoint-rotated = Segredo do webhook trocado
action-endpoint-removed = Endpoint de webhook removido
action-delivery-replayed = Entrega lida de novo
action-connection-set = Conexão criada
action-connection-removed = Conexão removida
action-contact-added = Contato adicionado
action-contact-replaced = Contato alterado
action-contact-removed = Contato removido
action-contact-tested = E-mail de teste enviado
action-mail-retried = E-mail enviado de novo
action-passkey-added = Chave de acesso adicionada
action-passkey-removed = Chave de acesso removida
action-session-ended = Sessão encerrada
action-privacy-exported = Dados pessoais exportados
action-privacy-erased = Dados pessoais apagados
action-order-labelled = Rotulado
action-order-erased = Dados pessoais apagados do pedido
audit-order = Pedido
audit-case = Caso
audit-entry = Entrada
audit-rule = Regra
audit-variable = Variável
audit-list = Lista
