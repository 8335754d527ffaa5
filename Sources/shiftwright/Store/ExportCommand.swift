import ArgumentParser
import Interchange
import Planning
import Workforce

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a roster as a calendar feed per person, and as a table of shifts."
  )

  @Argument(help: ArgumentHelp("The run folder; left out with --db.", valueName: "run"))
  var folder: String?

  @Option(help: ArgumentHelp("The database of a published roster.", valueName: "file"))
  var db: String?

  @Option(
    help: ArgumentHelp("The week of the published roster.", valueName: "YYYY-Www"),
    transform: Reading.week
  )
  var week: ISOWeek?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Its version; the one that holds when left out.", valueName: "number")
  )
  var rosterVersion: Int?

  @Option(help: ArgumentHelp("A folder for iCalendar files.", valueName: "dir"))
  var ical: String?

  @Option(help: ArgumentHelp("A file for the table of shifts.", valueName: "file"))
  var csv: String?

  func validate() throws {
    guard (folder == nil) != (db == nil) else {
      throw ValidationError("Give a run folder, or --db with --week.")
    }
    guard (db == nil) == (week == nil), db != nil || rosterVersion == nil else {
      throw ValidationError("Give --db and --week together; --roster-version goes with them.")
    }
    guard ical != nil || csv != nil else { throw ValidationError("Give --ical, --csv or both.") }
  }

  func run() throws {
    try Console.run { stop in
      let export = try read()
      let feeds = ical == nil ? [] : export.feeds()
      if let ical {
        try AtomicFolder.write(feeds, to: ical, replacingExisting: true, stop: stop)
        let count = feeds.count == 1 ? "1 person" : "\(feeds.count) people"
        Console.say("\(ical) holds the feeds of \(count).")
      }
      if let csv {
        let shifts = export.roster.tours.reduce(0) { $0 + $1.shifts.count }
        try AtomicFile.write(export.table(), to: csv)
        Console.say("\(csv) holds \(shifts == 1 ? "1 shift" : "\(shifts) shifts").")
      }
    }
  }

  private func read() throws -> RosterExport {
    if let folder { return try RosterExport(run: folder) }
    guard let db, let week else { throw ValidationError("Give a run folder, or --db with --week.") }
    return try RosterExport(CenterDatabase(path: db), week, version: rosterVersion)
  }
}
