/** A report of something invented; "{a|nine}" marks a figure of incident "a", "{?|nine}" one that no report can place. */
export type Report = Readonly<{ published: string; text: string }>

/** Invented places, in degrees. */
export const POINTS: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  ...{ Quillmouth: [50, 20], Merrisk: [52, 26], "Hesk Mill": [55.05, 14.05], Hesk: [55, 14], Quarne: [47, 31] },
  ...{ Tarvel: [44, 18], Vask: [58, 22], Dorrin: [41, 27], Ostrel: [49, 35], Lathmoor: [61, 12] },
}

const on = (published: string, text: string): Report => ({ published, text })

/** Each group is one story in the news, of one or more incidents. */
export const GROUPS: readonly (readonly Report[])[] = [
  [
    on(
      "2031-03-12",
      "{a|Nine} people were killed when a ferry caught fire at Quillmouth on Tuesday, the harbour office said.",
    ),
    on(
      "2031-03-13",
      "The harbour office said on Thursday that {a|eleven} passengers had died in Tuesday's ferry fire at Quillmouth.",
    ),
    on("2031-03-13", "Rescuers counted {a|31} injured after the fire on the Quillmouth ferry."),
  ],
  [
    on(
      "2031-04-02",
      "A landslide killed {a|14} villagers near Hesk on Monday. At Tarvel {b|three} hikers died in a storm on Tuesday.",
    ),
    on("2031-04-03", "The district of Hesk said that {a|16} people were killed by Monday's landslide."),
    on("2031-04-03", "In Tarvel the storm of Tuesday injured {b|20} people, doctors said."),
  ],
  [
    on("2031-05-20", "Raiders killed {a|more than 70} people at Merrisk on Sunday, the ministry said."),
    on("2031-05-21", "The raiders said that {a|seven} people were killed in Sunday's attack on Merrisk."),
    on("2031-05-28", "A new attack on Merrisk on Tuesday killed {b|five} people, the ministry said."),
  ],
  [
    on("2031-06-11", "An explosion in a mill at Hesk Mill killed {a|two} workers on Wednesday morning, police said."),
    on("2031-06-12", "Police in Hesk said {a|four} people had been injured in Wednesday's explosion."),
    on("2031-06-12", "The mill's owners said nobody but {?|two} workers had died."),
  ],
  [
    on("2031-07-07", "Floods at Vask drove {a|1,200} people from their homes on Saturday, the mayor said."),
    on("2031-07-08", "In Vask {a|three} people drowned on Saturday, and at Dorrin {b|one} person drowned on Sunday."),
    on("2031-07-10", "The mayor of Dorrin said {b|400} people were displaced by Sunday's flood."),
  ],
  [
    on(
      "2031-08-15",
      "A bus fell off the bridge at Ostrel on Thursday; {a|22} passengers were killed, the police said.",
    ),
    on("2031-08-16", "Hospitals in Ostrel said {a|eight} passengers were wounded in Thursday's accident."),
    on("2031-08-17", "The police said the number of dead at Ostrel had risen to {a|24}."),
  ],
  [
    on(
      "2031-09-03",
      "Shells killed {a|six} people in Quarne on Tuesday and {b|two} in Lathmoor on Tuesday, officials said.",
    ),
    on("2031-09-04", "Quarne's hospital said {a|18} people were wounded by the shells on Tuesday."),
    on("2031-09-04", "In Lathmoor {b|four} people were injured on Tuesday, a doctor said."),
  ],
  [
    on("2031-10-22", "The army said {a|40} raiders were killed near Tarvel on 20 October."),
    on("2031-10-23", "The raiders said they had lost {a|nine} fighters, killed near Tarvel on 20 October."),
    on("2031-10-30", "The army said {b|15} raiders were killed near Tarvel on 28 October."),
  ],
  [
    on("2031-11-05", "An earthquake killed {a|130} people at Dorrin on Monday, the government said."),
    on(
      "2031-11-07",
      "The government said on Thursday {a|310} people had been killed in Dorrin by Monday's earthquake.",
    ),
    on("2031-11-12", "An aftershock on Tuesday killed {b|seven} people in Dorrin."),
  ],
  [
    on("2031-12-01", "Gunmen killed {a|four} guards at Vask on Sunday night, the police said."),
    on("2031-12-02", "The police said {a|three} gunmen were arrested at Vask on Monday."),
    on("2031-12-02", "{a|Four} guards died and {a|two} were wounded at Vask on Sunday."),
  ],
  [
    on(
      "2032-01-14",
      "Poisoned well water sickened {a|60} people in Lathmoor last week; {a|two} children died on Monday.",
    ),
    on("2032-01-15", "The clinic of Lathmoor said {a|two} children had died on Monday."),
  ],
  [
    on(
      "2032-02-20",
      "A train hit a cart at Quillmouth on Thursday and killed {a|three} people. A fire at Merrisk killed {b|one} man on Thursday.",
    ),
    on("2032-02-21", "The railway said {a|three} people were killed at Quillmouth on Thursday."),
    on("2032-02-21", "Firemen said {b|two} people were injured in the fire at Merrisk on Thursday."),
  ],
  [
    on("2032-03-09", "Protesters said {a|12} people were killed in Ostrel on Sunday; the police said {a|four} were."),
    on("2032-03-10", "The police of Ostrel arrested {a|200} people on Sunday, a lawyer said."),
    on("2032-03-16", "A week later {b|two} more protesters were killed in Ostrel on Sunday, the lawyers said."),
  ],
  [
    on(
      "2032-04-18",
      "A boat sank off Lathmoor on Friday; {a|17} people drowned and {a|30} are missing, the coastguard said.",
    ),
    on("2032-04-19", "The coastguard said {a|19} people had drowned off Lathmoor on Friday."),
    on("2032-04-20", "At Quarne a boat sank on Saturday and {b|five} people drowned."),
  ],
]
