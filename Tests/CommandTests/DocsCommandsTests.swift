import Foundation
import Testing

/// `docs/reference/commands.md` against what the program says of itself.
@Suite struct DocsCommandsTests {
  /// An option with what a reader has to know.
  struct Option: Hashable, Comparable, CustomStringConvertible {
    let name: String
    /// The default value; `needed` when there must be one, empty when it may be left out.
    let value: String

    var description: String { value.isEmpty ? name : "\(name) (\(value))" }

    static func < (left: Self, right: Self) -> Bool { left.name < right.name }
  }

  /// The sections of the page; each is the command of its name.
  static let commands = [
    "plan", "reoptimize", "conflicts", "worth", "explain", "init", "sample", "check", "forecast",
    "forecast backtest", "forecast intraday",
    "forecast accuracy",
    "staff", "roster", "simulate", "erlang", "verify",
    "export", "timeoff", "timeoff request", "timeoff decide", "timeoff list",
    "timeoff allowance",
    "publish", "roster list", "roster diff", "roster withdraw", "db", "db init", "db import",
    "db export", "db backup", "db check", "db erase",
    "training", "training curriculum", "training enrol", "training attend", "training assess",
    "training correct", "training certify", "training mentor", "training import",
    "rules", "rules list", "rules show", "rules add", "rules number",
    "audit", "audit verify", "audit list",
    "whatif", "whatif validate", "whatif plan", "whatif run", "whatif collect",
    "training report", "training due", "training record", "training effect",
    "training buffer", "training remind", "training place", "training cliff",
    "scorecard", "capacity",
  ]

  /// Commands whose options are those of their default subcommand.
  static let defaults = ["forecast": "week", "roster": "build", "whatif": "compare"]

  /// Commands that have commands below them.
  static let families = [
    "forecast", "roster", "timeoff", "db", "audit", "training", "whatif", "rules",
  ]

  @Test func `every command has a section`() async throws {
    let listed = try await Self.help().components(separatedBy: "SUBCOMMANDS:")
    let names = try #require(listed.last).split(separator: "\n")
      .compactMap { $0.firstMatch(of: /^ {2}([a-z]+)(?: |$)/).map { String($0.1) } }
    #expect(names.sorted() == Self.commands.filter { !$0.contains(" ") }.sorted())
    #expect(try Self.sections().keys.sorted() == Self.commands.sorted())
  }

  @Test(arguments: families)
  func `every command below a command has a section`(family: String) async throws {
    let listed = try await Self.help(family).components(separatedBy: "SUBCOMMANDS:")
    let names = try #require(listed.last).split(separator: "\n")
      .compactMap { $0.firstMatch(of: /^ {2}([a-z]+)(?: |$)/).map { String($0.1) } }
    let own = Self.commands.compactMap { $0.firstMatch(of: /^(\w+) (\w+)$/) }
      .filter { $0.1 == family }.map { String($0.2) }
    #expect(names.sorted() == (own + [Self.defaults[family]].compactMap(\.self)).sorted())
  }

  @Test(arguments: commands)
  func `lists the options that the command has`(command: String) async throws {
    let section = try #require(try Self.sections()[command])
    let path = command.split(separator: " ").map(String.init)
    let help = try await Self.help(path + [Self.defaults[command]].compactMap(\.self))
    #expect(Self.documented(in: section) == Self.options(in: help))
  }

  private static func help(_ command: String...) async throws -> String {
    try await help(command)
  }

  private static func help(_ command: [String]) async throws -> String {
    try await TemporaryFolder.with { folder in
      let runner = CommandRunner(folder: folder)
      let result = try await runner.run(command + ["--help"])
      return result.output
    }
  }

  /// The sections that speak of a command, by its name.
  private static func sections() throws -> [String: String] {
    let page = CommandRunner.packageRoot.appending(path: "docs/reference/commands.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let parts = text.components(separatedBy: "\n## ").dropFirst().map { part in
      part.split(separator: "\n", maxSplits: 1).map(String.init)
    }
    return Dictionary(
      parts.filter { commands.contains($0[0]) || !$0[0].contains(" ") }.map {
        ($0[0], $0.count > 1 ? $0[1] : "")
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Rows such as ``| `--seed N` | `42` | … |``.
  private static func documented(in section: String) -> [Option] {
    section.matches(of: /\n\| `(--[a-z-]+)[^`]*` \| ([^|]+) \|/).map { match in
      let value = String(match.2).trimmingCharacters(in: CharacterSet(charactersIn: "` "))
      let isOptional = value == "none" || value == "off"
      return Option(name: String(match.1), value: isOptional ? "" : value)
    }.sorted()
  }

  /// What `--help` says: the options, their defaults, and which have no brackets in the usage line.
  private static func options(in help: String) -> [Option] {
    let usage = help.firstMatch(of: /USAGE: (.+)/).map { String($0.1) } ?? ""
    let needed = usage.replacing(/\[[^\]]*\]/, with: "").matches(of: /--[a-z-]+/)
      .map { String($0.output) }
    let list = help.components(separatedBy: "\nOPTIONS:").last ?? ""
    let entries = list.components(separatedBy: "\n  -").dropFirst().map { entry in
      "-" + entry.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return entries.compactMap { entry -> Option? in
      guard let name = entry.firstMatch(of: /^--[a-z-]+/).map({ String($0.output) }),
        !entry.hasPrefix("--version Show")
      else { return nil }
      let value = entry.firstMatch(of: /\(default: ([^)]+)\)/).map { String($0.1) }
      return Option(name: name, value: value ?? (needed.contains(name) ? "needed" : ""))
    }.sorted()
  }
}
