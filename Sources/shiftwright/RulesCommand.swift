import ArgumentParser
import Interchange
import Planning
import Reporting
import Workforce

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Labor rules of laws that ship with the program.",
    discussion: """
      Each is a file of labor rules with their articles. They are no legal advice: have the numbers checked \
      before you rely on them.
      """,
    subcommands: [
      RulesListCommand.self, RulesShowCommand.self, RulesAddCommand.self, RulesNumberCommand.self,
    ]
  )
}

struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the rule sets that ship with the program."
  )

  func run() throws {
    try Console.run { _ in
      let sets = ShippedRuleSet.allCases
      let width = sets.map(\.rawValue.count).max() ?? 0
      let lines = sets.map { set in
        set.rawValue + String(repeating: " ", count: width - set.rawValue.count + 2) + set.title
      }
      Console.say(lines.joined(separator: "\n") + "\n\nNo legal advice: have the numbers checked.")
    }
  }
}

struct RulesShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print a rule set as the file that 'add' writes."
  )

  @Argument(help: "The rule set, as 'rules list' names it.", transform: RuleSetName.read)
  var name: ShippedRuleSet

  func run() throws { try Console.run { _ in Console.say(name.text) } }
}

struct RulesAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Copy a rule set into a scenario and name it in its scenario.yaml."
  )

  @Argument(help: "The rule set, as 'rules list' names it.", transform: RuleSetName.read)
  var name: ShippedRuleSet

  @Argument(help: "The scenario's folder.")
  var scenario: String

  func run() throws {
    try Console.run { _ in
      let findings = try RuleSetAdder(folder: scenario).add(name)
      Console.report(findings)
      Console.say(
        """
        \(name.fileName) is in \(scenario) and in rule_sets of its scenario.yaml; you may edit it.
        \(wrapped(name.notice, to: 78).joined(separator: "\n"))
        """
      )
    }
  }
}

struct RulesNumberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "number",
    abstract: "Print the labor rules of a scenario with the numbers by which they are called."
  )

  @Argument(help: "The scenario's folder or database.")
  var scenario: String

  func run() throws {
    try Console.run { _ in
      let loaded = try LoadedScenario(scenario)
      Console.report(loaded.findings)
      Console.say(RuleNumbers(loaded).text)
    }
  }
}

/// Reads the name of a rule set.
enum RuleSetName {
  static func read(_ text: String) throws -> ShippedRuleSet {
    if let set = ShippedRuleSet(rawValue: text) { return set }
    let names = ShippedRuleSet.allCases.map(\.rawValue)
    throw ValidationError(
      "\(Suggestion.didYouMean(text, among: names))Write \(Suggestion.listing(names))."
    )
  }
}
