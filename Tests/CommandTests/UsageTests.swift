import Foundation
import Testing

/// Wrong usage ends with exit code 64 and says what is accepted; help texts name every option.
@Suite struct UsageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: String
    let message: String
    var testDescription: String { arguments }

    init(_ arguments: String, _ message: String) {
      self.arguments = arguments
      self.message = message
    }
  }

  static let plan = "plan small --week 2026-W10 --out run"
  static let start =
    "init made --history small/contacts.csv --time-zone UTC --aht 240 --target 80/30"
  static let backtest = "forecast backtest --origins 2026-02-09 --out x"
  static let weekAdvice = "Write an ISO week of the calendar as YYYY-Www, such as 2026-W10."

  static let cases = [
    Case("\(plan) --treads 2", "Unknown option '--treads'. Did you mean '--threads'?"),
    Case(
      "rules show eu-working-tim",
      "The value 'eu-working-tim' is invalid for '<name>': Did you mean 'eu-working-time'? "
        + "Write eu-working-time, china-labor, us-california or us-new-york."
    ),
    Case("plan small --out run", "Missing expected argument '--week <YYYY-Www>'"),
    Case("plan small --week 2026-W10", "Missing expected argument '--out <dir>'"),
    Case(
      "plan small --week 2026-10 --out run",
      "The value '2026-10' is invalid for '--week <YYYY-Www>': \(weekAdvice)"
    ),
    Case(
      "forecast small --week 2025-W53",
      "The value '2025-W53' is invalid for '--week <YYYY-Www>': \(weekAdvice)"
    ),
    Case("\(plan) --effort 0", "effort is 0.\nGive a whole number from 1 to 10000."),
    Case("\(plan) --effort -5", "effort is -5.\nGive a whole number from 1 to 10000."),
    Case("\(plan) --effort 10001", "effort is 10001.\nGive a whole number from 1 to 10000."),
    Case("\(plan) --effort many", "The value 'many' is invalid for '--effort <number>'"),
    Case("\(plan) --threads 0", "threads is 0.\nGive a whole number from 1 to 64."),
    Case(
      "\(plan) --replications 1",
      "replications is 1, but must lie between 2 and 1000000.\n"
        + "Ask for 200 or more to get narrow intervals."
    ),
    Case(
      "\(plan) --time-limit 0",
      "time limit is 0.0 seconds.\nGive a number of seconds above 0."
    ),
    Case(
      "\(plan) --time-limit nan",
      "The value 'nan' is invalid for '--time-limit <seconds>': Write a number of seconds."
    ),
    Case(
      "\(plan) --time-limit 1e300",
      "The value '1e300' is invalid for '--time-limit <seconds>': Write a number of seconds."
    ),
    Case("roster small --requirement run", "Missing expected argument '--out <dir>'"),
    Case(
      "\(backtest)",
      "Give the folder of a scenario, or --history a file."
    ),
    Case(
      "\(backtest) small --history calls.csv",
      "Give the folder of a scenario, or --history a file."
    ),
    Case(
      "\(backtest) small --calendar days.csv",
      "--calendar and --time-zone go with --history; a scenario has its own."
    ),
    Case(
      "\(backtest) --history calls.csv --queue phone",
      "--queue goes with a scenario; a history is one queue."
    ),
    Case(
      "\(backtest) small --leads 0",
      "The leads are 0.\nGive different weeks ahead from 1 to 52, such as 1,3."
    ),
    Case(
      "\(backtest) small --leads one",
      "'one' is no number of weeks. Write --leads such as 1,3."
    ),
    Case(
      "\(backtest) small --granularity 7",
      "The granularity is 7 minutes.\nGive lengths that divide a day, such as 15,30,day."
    ),
    Case(
      "\(backtest) small --granularity hour",
      "'hour' is no number of minutes. Write --granularity such as 15,30,day."
    ),
    Case(
      "forecast backtest small --out x --origins 2026-02-10",
      "2026-02-10 is no Monday.\nGive Mondays, such as 2026-02-09 or 2026-02-16."
    ),
    Case(
      "forecast backtest small --out x --origins 2026-02-16..2026-02-09",
      "The value '2026-02-16..2026-02-09' is invalid for '--origins <dates>': No Monday lies from "
        + "2026-02-16 to 2026-02-09. Write the earlier date first."
    ),
    Case(
      "forecast backtest small --out x --origins february",
      "The value 'february' is invalid for '--origins <dates>': Write Mondays as "
        + "YYYY-MM-DD..YYYY-MM-DD, or with commas between them."
    ),
    Case("staff small", "Give --forecast a file, or --week a week."),
    Case(
      "staff small --explain phone",
      "'phone' is no queue with a time.\n"
        + "Write --explain with both, such as phone 2026-03-03T10:30."
    ),
    Case(
      "\(start) --target 80",
      "The value '80' is invalid for '--target <80/30>': "
        + "Write percent/seconds: 80/30 is 80 % within 30 seconds."
    ),
    Case(
      "\(start) --target 0/30",
      "The target is 0.0 % within 30.0 seconds.\n"
        + "Give --target a share and seconds such as 80/30, the share above 0 and below 100."
    ),
    Case(
      "\(start) --time-zone Europe/Londn",
      "The value 'Europe/Londn' is invalid for '--time-zone <name>': "
        + "Did you mean 'Europe/London'? Write a name of the tz database."
    ),
    Case(
      "\(start) --time-zone Mars/Olympus",
      "The value 'Mars/Olympus' is invalid for '--time-zone <name>': "
        + "Write a name of the tz database, such as Europe/London."
    ),
    Case(
      "\(start) --aht 0",
      "The handle time is 0.0 seconds.\nGive --aht a number of seconds from 1 to 14400."
    ),
    Case(
      "\(start) --shrinkage 61",
      "The value '61' is invalid for '--shrinkage <percent>': Write a number from 0 to 60."
    ),
    Case(
      "\(start) --patience 0",
      "The patience is 0.0 seconds.\nGive a mean patience of at least 1 second."
    ),
    Case(
      "sample made --people 19",
      "people is 19, but a sample has 20 to 10000 people.\nGive --people a number in that range."
    ),
    Case(
      "sample made --people 27 --queues 4",
      "27 people are too few for 4 queues that are open 68 hours a week.\n"
        + "Ask for at least 28 people, or for fewer queues."
    ),
    Case("rooster", "Unexpected argument 'rooster'"),
  ]

  @Test(arguments: cases)
  func `wrong usage`(c: Case) async throws {
    try await TemporaryFolder.with { folder in
      let arguments = c.arguments.split(separator: " ").map(String.init)
      let result = try await CommandRunner(folder: folder).start(arguments).result()
      #expect(result.exitCode == 64)
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("Error: \(c.message)\n"), "\(result.errors)")
      #expect(result.errors.contains("Usage: shiftwright"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  static let common = ["--version", "--help"]
  static let options: [(command: String, options: [String])] = [
    (
      "plan",
      [
        "--week", "--weeks", "--out", "--seed", "--threads", "--replications", "--half-width",
        "--effort", "--time-limit", "--strict", "--write-lp", "--cover", "--snapshot",
      ]
    ),
    (
      "reoptimize",
      [
        "--changes", "--out", "--seed", "--threads", "--replications", "--effort", "--time-limit",
        "--strict",
      ]
    ),
    ("conflicts", ["--week", "--locks", "--price", "--near", "--effort", "--threads", "--out"]),
    (
      "worth",
      ["--interval", "--top", "--confirm", "--seed", "--threads", "--effort", "--out"]
    ),
    (
      "explain",
      [
        "--shift", "--interval", "--queue", "--person", "--rule", "--confirm", "--seed",
        "--threads",
        "--effort", "--out",
      ]
    ),
    (
      "init",
      [
        "--history", "--calendar", "--time-zone", "--aht", "--target", "--patience", "--shrinkage",
        "--name",
        "--queue", "--currency",
      ]
    ),
    (
      "sample",
      [
        "--people", "--queues", "--weeks", "--seed", "--name", "--week", "--understaffed",
        "--training", "--lapse",
      ]
    ),
    ("check", []),
    ("forecast week", ["--week", "--out", "--threads", "--snapshot", "--as-of"]),
    ("forecast accuracy", ["--weeks", "--out"]),
    (
      "forecast backtest",
      [
        "--history", "--calendar", "--time-zone", "--queue", "--origins", "--leads",
        "--granularity", "--methods", "--out", "--threads",
      ]
    ),
    ("forecast intraday", ["--actuals", "--at", "--date", "--queue", "--plan", "--out"]),
    ("staff", ["--forecast", "--week", "--out", "--explain"]),
    (
      "erlang",
      [
        "--arrivals", "--per", "--aht", "--target", "--definition", "--patience", "--max-asa",
        "--max-abandonment",
        "--max-occupancy", "--concurrency", "--shrinkage", "--agents",
      ]
    ),
    ("export", ["--db", "--week", "--roster-version", "--ical", "--csv"]),
    ("timeoff request", ["--from", "--until", "--kind", "--db", "--today", "--by"]),
    ("timeoff decide", ["--grant", "--refuse", "--over", "--db", "--reason", "--by"]),
    ("timeoff list", ["--db", "--state", "--employee"]),
    ("timeoff allowance", ["--year", "--days", "--db", "--by"]),
    ("training curriculum", ["--db", "--by"]),
    (
      "training enrol",
      [
        "--db", "--team", "--curriculum", "--course", "--session", "--from", "--cohort", "--by",
      ]
    ),
    ("training attend", ["--db", "--minutes", "--replace", "--reason", "--by"]),
    (
      "training assess",
      [
        "--db", "--sat", "--score", "--pass-mark", "--attempt", "--examiner", "--evidence",
        "--session", "--reference", "--no-certificate", "--by",
      ]
    ),
    (
      "training correct",
      [
        "--db", "--score", "--reason", "--sat", "--pass-mark", "--attempt", "--by",
      ]
    ),
    (
      "training certify",
      [
        "--db", "--attained", "--from", "--lapses", "--reference", "--revoke", "--reason", "--by",
      ]
    ),
    ("training mentor", ["--db", "--from", "--until", "--by"]),
    ("training import", ["--db", "--certify", "--by"]),
    ("training report", ["--on", "--role", "--by", "--from", "--to", "--goal", "--out"]),
    ("training due", ["--on", "--role", "--within", "--out"]),
    ("training record", ["--on", "--role", "--out"]),
    ("training effect", ["--on", "--role", "--out"]),
    (
      "training buffer",
      [
        "--on", "--role", "--curriculum", "--need", "--ready", "--prior", "--confidence", "--out",
      ]
    ),
    ("training remind", ["--on", "--role", "--since", "--out"]),
    (
      "training place",
      [
        "--week", "--weeks", "--roster", "--out", "--role", "--by-hand", "--replications", "--seed",
        "--threads", "--time-limit",
      ]
    ),
    (
      "training cliff",
      [
        "--weeks", "--from", "--out", "--seed", "--threads", "--replications", "--time-limit",
      ]
    ),
    (
      "capacity",
      [
        "--months", "--from", "--assumptions", "--out", "--check-week", "--seed", "--threads",
        "--replications", "--time-limit",
      ]
    ),
    ("publish", ["--db", "--by"]),
    ("roster list", ["--db", "--week"]),
    ("roster diff", ["--db", "--week", "--from", "--to", "--out"]),
    ("roster withdraw", ["--db", "--week", "--reason", "--by"]),
    ("db init", ["--db", "--by"]),
    ("db import", ["--db", "--replace", "--by"]),
    (
      "scorecard",
      ["--complaints", "--goals", "--scenario", "--run", "--on", "--role", "--out"]
    ),
    ("db export", ["--db"]),
    ("db backup", ["--db"]),
    ("db check", ["--db"]),
    ("db erase", ["--db", "--reason", "--by"]),
    ("rules list", []),
    ("rules show", []),
    ("rules add", []),
    ("rules number", []),
    ("audit verify", ["--db", "--head"]),
    ("audit list", ["--db", "--from"]),
    (
      "roster build",
      [
        "--requirement", "--out", "--seed", "--threads", "--effort", "--time-limit", "--strict",
        "--write-lp",
      ]
    ),
    (
      "simulate",
      [
        "--forecast", "--out", "--replay", "--trace", "--trace-replications", "--retrials",
        "--late",
        "--backlog", "--seed", "--threads", "--replications", "--half-width",
      ]
    ),
  ]

  @Test(arguments: options)
  func `help names and explains every option`(c: (command: String, options: [String])) async throws
  {
    let arguments = c.command.split(separator: " ").map(String.init) + ["--help"]
    let result = try await CommandRunner(folder: CommandRunner.packageRoot)
      .start(arguments).result()
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty)
    let text = result.output
    let list = try #require(text.split(separator: "OPTIONS:\n").last)
    let entries = list.split(separator: "\n").filter { $0.hasPrefix("  -") }
    let names = entries.compactMap { $0.firstMatch(of: /--[a-z-]+/).map { String($0.0) } }
    #expect(names == c.options + Self.common)
    // An explanation follows in the same line, or in the next where the name is long.
    let explained = list.matches(of: /--[a-z-]+( <[^>]+>)?\s+[A-Za-z]+/)
    #expect(explained.count == names.count, "\(text)")
    #expect(text.hasPrefix("OVERVIEW: "))
    let paragraphs = text.split(separator: "\n").filter { !$0.hasPrefix("USAGE: ") }
    #expect(paragraphs.allSatisfy { $0.count <= 80 })
  }

  @Test func `the overview lists the commands and the exit codes`() async throws {
    let runner = CommandRunner(folder: CommandRunner.packageRoot)
    let result = try await runner.shiftwright("--help")
    for (command, _) in Self.options {
      let name = command.prefix { $0 != " " }
      #expect(result.output.contains("  \(name) "))
    }
    #expect(
      result.output.unwrapped.contains(
        "Exit codes: 0 done, 1 failed, 2 finished without a usable plan, 64 wrong usage."
      )
    )
    let version = try await runner.shiftwright("--version")
    #expect(version.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }
}
