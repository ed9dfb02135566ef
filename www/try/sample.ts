// Made-up orders in the form of a WooCommerce export: the same for the same number, and nobody's.

const FIRST = ["Anna", "Jan", "Maria", "Piotr", "Lucia", "Marco", "Elif", "Mehmet", "Ana", "João", "Emma", "Paul", "Zofia", "Tomasz", "Giulia", "Luca", "Ayşe", "Can", "Inês", "Rui", "Lena", "Max", "Ewa", "Adam"];
const LAST = ["Kowalska", "Nowak", "Wiśniewski", "Rossi", "Ferrari", "Yılmaz", "Demir", "Silva", "Santos", "Müller", "Weber", "Zielińska", "Lewandowski", "Bianchi", "Kaya", "Costa", "Fischer", "Wójcik", "Romano", "Şahin"];
const TOWNS = [
  ["PL", "PLN", "Wrocław", "50-0", "ul. Długa", "+48 6"], ["PL", "PLN", "Kraków", "30-0", "ul. Polna", "+48 5"], ["PL", "PLN", "Opole", "45-0", "ul. Ogrodowa", "+48 7"],
  ["IT", "EUR", "Roma", "001", "Via Garibaldi", "+39 33"], ["IT", "EUR", "Torino", "101", "Corso Francia", "+39 34"], ["DE", "EUR", "Berlin", "101", "Lindenstraße", "+49 17"],
  ["PT", "EUR", "Porto", "4000-1", "Rua das Flores", "+351 9"], ["TR", "TRY", "İzmir", "352", "Atatürk Caddesi", "+90 53"],
] as const;
const GOODS = [["MUG-1", "Mug, blue", 24], ["CAP-2", "Cap", 59], ["LAMP-7", "Desk lamp", 189], ["BAG-3", "Backpack", 249], ["HEAD-9", "Headphones, wireless", 649], ["TAB-1", "Tablet 10\"", 1190]] as const;
const HEADER = "order_id,order_number,date,status,order_total,order_currency,payment_method,customer_id,customer_ip_address,billing_first_name,billing_last_name,billing_email,billing_phone,billing_address_1,billing_postcode,billing_city,billing_country,shipping_first_name,shipping_last_name,shipping_address_1,shipping_postcode,shipping_city,shipping_country,item_sku,item_name,item_quantity,item_price";

interface Buyer { id: number; first: string; last: string; email: string; phone: string; ip: string; town: (typeof TOWNS)[number]; street: string; postcode: string; bad: boolean }

/** So many orders, the newest of them on 20 November 2026. */
export function sample(orders: number): string {
  let state = 0x9e3779b9;
  const random = (below: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const pick = <T>(all: readonly T[]): T => all[random(all.length)] as T;
  const buyer = (id: number): Buyer => {
    const [first, last, town] = [pick(FIRST), pick(LAST), pick(TOWNS)];
    const bad = random(60) === 0;
    const throwaway = bad && random(2) === 0;
    const plain = `${first}.${last}`.normalize("NFD").replace(/[^A-Za-z.]/g, "").toLowerCase();
    return {
      id, first, last, town, bad, email: `${plain}${id}@${throwaway ? "mailinator.com" : "example.com"}`, phone: `${town[5]}${10000000 + random(89999999)}`,
      ip: `${20 + random(60)}.${random(256)}.${random(256)}.${1 + random(254)}`, street: `${town[4]} ${1 + random(90)}`,
      postcode: `${town[3]}${10 + random(89)}`,
    };
  };
  const buyers: Buyer[] = [];
  const rows = [HEADER];
  const end = Date.UTC(2026, 10, 20);
  for (let n = 0; n < orders; n += 1) {
    let who = buyers.length > 0 && random(100) < 38 ? pick(buyers) : undefined;
    if (!who) {
      who = buyer(buyers.length + 1);
      // Somebody who was refused comes back under another name and address, with the same phone or the same line.
      const before = buyers.length > 40 && random(40) === 0 ? buyers.slice(-40).find((known) => known.bad) : undefined;
      if (before) who = { ...who, bad: true, phone: before.phone, ip: before.ip };
      buyers.push(who);
    }
    // A bad buyer's orders come in bursts.
    const times = who.bad && random(3) === 0 ? 3 : 1;
    for (let again = 0; again < times && n < orders; again += 1) {
      if (again > 0) n += 1;
      const placed = new Date(end - (orders - n) * 420_000 + random(300_000)).toISOString().slice(0, 19).replace("T", " ");
      const cod = who.bad || random(100) < 30;
      const status = who.bad ? pick(["cancelled", "failed", "completed"]) : random(100) < 3 ? pick(["cancelled", "refunded"]) : "completed";
      const gone = random(100) < (who.bad ? 40 : 3) ? pick(TOWNS) : who.town;
      const address = gone === who.town ? [who.street, who.postcode, who.town[2], who.town[0]] : [`${gone[4]} ${1 + random(90)}`, `${gone[3]}${10 + random(89)}`, gone[2], gone[0]];
      const lines = Array.from({ length: 1 + (random(4) === 0 ? 1 : 0) }, () => ({ good: pick(who.bad ? GOODS.slice(2) : GOODS), pieces: 1 + (random(6) === 0 ? 1 : 0) }));
      const total = lines.reduce((sum, { good, pieces }) => sum + good[2] * pieces, 0);
      const order = [
        1000 + n, 1000 + n, placed, `wc-${status}`, `${total}.00`, who.town[1], cod ? "cod" : pick(["stripe", "paypal", "bacs"]), random(3) === 0 ? 0 : who.id, who.ip,
        who.first, who.last, who.email, who.phone, who.street, who.postcode, who.town[2], who.town[0], who.first, who.last, ...address,
      ].map(cell).join(",");
      for (const { good, pieces } of lines) rows.push(`${order},${[good[0], good[1], pieces, `${good[2]}.00`].map(cell).join(",")}`);
    }
  }
  return `${rows.join("\n")}\n`;
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A blacklist that goes with them. */
export const sampleBlacklist = `email_domain,last_name,city,effect,points,reason
mailinator.com,,,points,40,Throw-away addresses that never paid
,Kaya,İzmir,mark,,Two parcels refused in spring
`;
