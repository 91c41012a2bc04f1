// Reads calendars with ical.js: `node parse.mjs FILE...`. Prints for each a line of JSON: its events as name, days and
// words. Ends with 1 where one cannot be read.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, start: event.startDate.toString(), summary: event.summary, description: event.description };
  });
  console.log(JSON.stringify(events));
}
