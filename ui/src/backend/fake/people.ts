/** Made-up people for the pretend core. Nobody is real. */
export type FakePerson = { name: string; salutation: string; address: string[]; email: string };

const person = (name: string, title: string, ...address: string[]): FakePerson => ({
  name,
  salutation: `Dear ${title} ${name.split(" ").at(-1)}`,
  address,
  email: "",
});

export const people: readonly FakePerson[] = [
  person("Zofia Żółkiewska-Brown", "Ms", "The Old Dairy, Mill Lane", "Great Dunmow", "CM6 1BG"),
  person("Maya Osei", "Dr", "Flat 3, 18 Harbour Road", "Ipswich", "IP3 0AB"),
  person("Siân Llŷr-Ó Dálaigh", "Mx", "4 Heol y Bont", "Aberystwyth", "SY23 1AA"),
  person("Oluwaseun Adébáyò", "Mr", "77 Victoria Road", "Bristol", "BS1 4QA"),
  person("Harriet Penhaligon", "Mrs", "2 Chapel Street", "Truro", "TR1 2XX"),
  person("Tomasz Wiśniewski", "Mr", "11 Station Road", "Bishop's Stortford", "CM23 3BL"),
  person("Aoife Ní Bhriain", "Ms", "9 Ormeau Avenue", "Belfast", "BT2 8HD"),
  person("Callum MacGillivray", "Mr", "Croft House, Shore Road", "Oban", "PA34 4AB"),
  person("Priya Raghunathan", "Ms", "56 Lavender Hill", "London", "SW11 5RH"),
  person("Georgios Papadópoulos", "Mr", "3 The Crescent", "Leicester", "LE1 6RX"),
  person("Beatrix Featherstonehaugh", "Miss", "The Rectory", "Ludlow", "SY8 1AZ"),
  person("Đặng Thị Hương", "Ms", "21 Deansgate", "Manchester", "M3 4LQ"),
];

export const requests: readonly string[] = [
  "Dear Sir or Madam,\n\nI bought from you in March and have had your e-mails ever since. I should like to know what you hold about me, where you got it and who else has it. Send me a copy of all of it.\n\nYours faithfully",
  "Hello, under GDPR I want a copy of all personal data you have on me incl. website tracking. Thanks",
  "You rang me twice last week. What do you have on file about me? I want to see it.",
];
