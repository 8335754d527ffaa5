import Foundation
import Testing

/// The scenario `small` with chats, mail in two stages, a bot, and people of different proficiency.
enum MixedScenario {
  static let factors = ["junior": 1.3, "expert": 0.85]
  static let tenure = [(months: 12, factor: 1.25), (months: 60, factor: 1.1)]

  private static let proficiency = """
    proficiency:
      levels:
        - {name: junior, factor: 1.3}
        - name: expert
          factor: 0.85
      tenure:
        - {below_months: 12, factor: 1.25}
        - {below_months: 60, factor: 1.1}

    queues:
    """

  private static let queues = """
      - name: chat
        channel: chat
        skill: general
        opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}
        target:
          service_level: 0.85
          within_seconds: 60
          definition: answered
        patience_seconds: 300
        aht_seconds: 310
        concurrency: 3
        slowdown: 0.25
        like: phone_general
        daily_arrivals: 180
      - name: mail
        channel: deferred
        skill: cards
        opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}
        target: {share_in_time: 0.95}
        due: 4h
        hours: service
        aht_seconds: 600
        like: phone_general
        daily_arrivals: 60
      - name: lead
        channel: deferred
        skill: general
        opening_hours: {mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed}
        target: {share_in_time: 0.90}
        due: 24h
        hours: service
        follows:
          queue: mail
          share: 0.3
        aht_seconds: 900
      - name: bot
        channel: self_service
        containment: 0.62
        spills:
          - {queue: phone_general, share: 0.5, delay_seconds: 60, aht_factor: 1.1}
          - {queue: chat, share: 0.25, aht_factor: 1.2}
        daily_arrivals: 240

    sites:

    """

  /// Calls `body` in a fresh folder.
  static func with(_ body: (Workplace) async throws -> Void) async throws {
    try await Workplace.with { place in
      let settings = try place.text("small/scenario.yaml")
      try place.write(
        "small/scenario.yaml",
        settings.replacing("queues:\n", with: proficiency + "\n")
          .replacing("\nsites:\n", with: queues)
      )
      let skills = try place.text("small/skills.csv").split(separator: "\n")
      let levels = ["junior", "", "expert", "junior"]
      let graded = skills.enumerated().map { line, text in
        "\(text),\(line == 0 ? "level" : levels[line * 7 % 4])"
      }
      try place.write("small/skills.csv", graded.joined(separator: "\n") + "\n")
      try await body(place)
    }
  }
}

/// An explanation with the files that it names.
struct ExplainedText {
  let place: Workplace
  /// As one line.
  let text: String

  /// Asks for a number; `arguments` say where the forecast comes from.
  init(_ place: Workplace, _ queue: String, _ moment: String, _ arguments: [String]) async throws {
    self.place = place
    text = try await place.succeed(["staff", "small"] + arguments + ["--explain", queue, moment])
      .output.unwrapped
  }

  /// The text from a label on, up to the next of the labels.
  func part(_ label: String, until next: String) throws -> String {
    let start = try #require(text.range(of: " \(label) "), "\(label)\n\(text)")
    let end = try #require(text.range(of: " \(next) ", range: start.upperBound..<text.endIndex))
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// A line that a part names.
  private func line(_ path: String, _ number: Int) throws -> Substring {
    let lines = try place.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.indices.contains(number - 1) ? lines[number - 1] : nil)
  }

  /// The value of a column in the row that a part names, such as `need/forecast.csv:71`.
  func cell(_ column: String, of file: String, in part: String) throws -> Double {
    let pattern = try Regex("([a-z_/]*\(file)):([0-9]+)")
    let match = try #require(part.firstMatch(of: pattern), "\(file) in \(part)")
    let path = String(try #require(match.output[1].substring))
    let number = try #require(match.output[2].substring.flatMap { Int($0) })
    let names = try line(path, 1).split(separator: ",", omittingEmptySubsequences: false)
    let cells = try line(path, number).split(separator: ",", omittingEmptySubsequences: false)
    let index = try #require(names.firstIndex(of: Substring(column)))
    return try #require(Double(cells[index]), "\(column) of \(path):\(number)")
  }

  /// The texts of keys on the lines of `scenario.yaml` that a part names, each key on its line.
  func settings(in part: String) throws -> [(key: String, value: String)] {
    try part.matches(of: /small\/scenario\.yaml:([0-9]+)((?:, [a-z_]+)+)/).flatMap { match in
      let line = String(try line("small/scenario.yaml", try #require(Int(match.1))))
      return try match.2.split(separator: ", ").map { key in
        let range = try #require(line.range(of: "\(key):"), "\(key) in \(line)")
        let value = line[range.upperBound...].prefix { !",}#".contains($0) }
        return (String(key), value.trimmingCharacters(in: .whitespaces))
      }
    }
  }

  /// The number of a key on a line that a part names.
  func setting(_ key: String, in part: String) throws -> Double {
    let found = try settings(in: part).first { $0.key == key }
    return try #require(found.flatMap { Double($0.value) }, "\(key) in \(part)")
  }

  /// All numbers of a text, thousands joined.
  static func numbers(_ text: some StringProtocol) -> [Double] {
    String(text).replacing(",", with: "").matches(of: /[0-9]+(?:\.[0-9]+)?/)
      .compactMap { Double($0.0) }
  }
}
