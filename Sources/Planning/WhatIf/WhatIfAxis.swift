import Foundation
public import Workforce

/// Something that a grid varies: `volume=0.9..1.3/0.05`, `target:chat=80/30,85/20`.
public struct WhatIfAxis: Hashable, Sendable {
  /// What can be varied.
  public enum Kind: String, CaseIterable, Sendable {
    /// A factor of contacts.
    case volume
    /// A factor of handle times.
    case handleTime = "handle_time"
    /// A factor of patience.
    case patience
    /// Service level and seconds.
    case target
    /// The share of rostered time that is lost.
    case shrinkage
    /// The share of contacts that self-service resolves.
    case containment
    /// People hired with a skill.
    case hire
    /// Most overtime of every site, in hours.
    case overtime
  }

  /// As it was given, before the `=`.
  public let name: String
  let kind: Kind
  let owner: String?
  /// The values, as they were given or counted.
  let values: [String]

  /// A point of a grid.
  struct Point {
    var values: [String]
    var changes: [WhatIfChange]
    var labels: [String] = []

    var name: String { labels.joined(separator: "+") }
  }

  /// Reads an axis.
  ///
  /// - Parameters:
  ///   - text: What was given.
  ///   - settings: The scenario's.
  /// - Throws: `ShiftwrightError` that says what is accepted.
  public init(_ text: String, settings: ScenarioSettings) throws(ShiftwrightError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let head = parts[0].split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let first = head.first, let kind = Kind(rawValue: first) else {
      throw Self.unread(text)
    }
    name = String(parts[0])
    self.kind = kind
    owner = head.count == 2 ? head[1] : nil
    try Self.check(kind, owner, settings, text)
    values = try Self.values(String(parts[1]), kind, text)
  }

  /// Reads the axes of a grid.
  ///
  /// - Parameters:
  ///   - texts: What was given, one text per axis.
  ///   - settings: The scenario's.
  /// - Returns: The axes, in order.
  /// - Throws: `ShiftwrightError` with everything that is wrong in any of them.
  public static func axes(
    _ texts: [String],
    settings: ScenarioSettings
  ) throws(ShiftwrightError) -> [WhatIfAxis] {
    var axes: [WhatIfAxis] = []
    var problems: [String] = []
    for text in texts {
      do throws(ShiftwrightError) {
        let axis = try WhatIfAxis(text, settings: settings)
        if let other = axes.first(where: { $0.name == axis.name }) {
          problems.append(twice(other, axis))
        }
        axes.append(axis)
      } catch { problems.append(error.description) }
    }
    guard problems.isEmpty else { throw ShiftwrightError(problems.joined(separator: "\n")) }
    return axes
  }

  private static func twice(_ first: WhatIfAxis, _ second: WhatIfAxis) -> String {
    let both = first.values + second.values.filter { !first.values.contains($0) }
    return "--grid \(first.name) is given twice: each point of a grid has one value of it.\n"
      + "Write one: --grid \(first.name)=\(both.joined(separator: ","))"
  }

  private static func unread(_ text: String) -> ShiftwrightError {
    let kinds = Suggestion.listing(Kind.allCases.map(\.rawValue))
    return ShiftwrightError(
      "--grid \(text) cannot be read.\nWrite what varies and its values, such as "
        + "volume=0.9..1.3/0.05 or target:chat=80/30,85/20; what varies is \(kinds)."
    )
  }

  private static func check(
    _ kind: Kind,
    _ owner: String?,
    _ settings: ScenarioSettings,
    _ text: String
  ) throws(ShiftwrightError) {
    let queues = settings.queues.map(\.name)
    let known: [String]
    switch kind {
    case .volume, .handleTime, .patience, .target: known = queues
    case .containment: known = queues + settings.selfService.map(\.name)
    case .hire: known = settings.queues.map(\.skill)
    case .shrinkage, .overtime: known = []
    }
    if let owner, kind == .shrinkage || kind == .overtime {
      throw ShiftwrightError(
        "--grid \(text): \(kind.rawValue) is that of everybody, not of '\(owner)'.\n"
          + "Write \(kind.rawValue)=…"
      )
    }
    if owner == nil, kind == .hire || kind == .containment {
      throw ShiftwrightError(
        "--grid \(text) does not say of which \(kind == .hire ? "skill" : "queue").\n"
          + "Write \(kind.rawValue):\(known.first ?? "NAME")=…"
      )
    }
    guard let owner, !known.contains(owner) else { return }
    throw ShiftwrightError(
      "--grid \(text): unknown \(kind == .hire ? "skill" : "queue") '\(owner)'.\n"
        + Suggestion.didYouMean(owner, among: known) + Suggestion.choice(known, of: "names")
    )
  }

  private static func values(_ text: String, _ kind: Kind, _ given: String)
    throws(ShiftwrightError) -> [String]
  {
    let listed: [String]
    if let range = try range(text, given), kind != .target {
      listed = range
    } else {
      listed = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard listed.allSatisfy({ change(kind, nil, $0) != nil }) else { throw unread(given) }
    let numbers = kind == .target ? [] : listed.compactMap { Double($0) }
    guard Set(listed).count == listed.count, Set(numbers).count == numbers.count else {
      throw ShiftwrightError("--grid \(given) has a value twice.\nWrite every value once.")
    }
    return listed
  }

  /// `0.9..1.3/0.05`, counted in steps so that no rounding adds up; `nil` for a list.
  private static func range(_ text: String, _ given: String) throws(ShiftwrightError) -> [String]? {
    guard let dots = text.range(of: "..") else { return nil }
    let rest = text[dots.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
    guard rest.count == 2, let low = Double(text[..<dots.lowerBound]), let high = Double(rest[0]),
      let step = Double(rest[1]), step > 0, low <= high, (high - low) / step <= 1000
    else { throw unread(given) }
    let steps = (high - low) / step
    let count = Int((steps + 1e-6).rounded(.down))
    guard abs(steps - steps.rounded()) <= 1e-6 else {
      throw offStep(given, low, high, step, below: count)
    }
    return (0...count).map { Self.text(low + Double($0) * step) }
  }

  /// The end of a range lies between two steps.
  private static func offStep(
    _ given: String,
    _ low: Double,
    _ high: Double,
    _ step: Double,
    below: Int
  ) -> ShiftwrightError {
    let (last, next) = (text(low + Double(below) * step), text(low + Double(below + 1) * step))
    let range = { (end: String) in "\(text(low))..\(end)/\(text(step))" }
    let listed = (0...below).map { text(low + Double($0) * step) } + [text(high)]
    let list = listed.count <= 8 ? ", or list the values: \(listed.joined(separator: ","))" : ""
    return ShiftwrightError(
      "--grid \(given) ends at \(text(high)), but its steps are at \(last) and \(next).\n"
        + "Write \(range(last)) or \(range(next))\(list)."
    )
  }

  private static func text(_ value: Double) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
  }

  /// What a value means; `nil` where it means nothing.
  private static func change(_ kind: Kind, _ owner: String?, _ value: String) -> WhatIfChange? {
    if kind == .target {
      let parts = value.split(separator: "/").map { Double($0) }
      guard parts.count == 2, let percent = parts[0], let seconds = parts[1], seconds > 0,
        seconds <= 86_400,
        percent >= 0, percent <= 99.99, let level = Fraction(percent / 100)
      else { return nil }
      var target = WhatIfTarget(queue: owner)
      target.serviceLevel = level
      target.threshold = .seconds(seconds)
      return .target(target)
    }
    guard let number = Double(value), number.isFinite, number >= 0, number <= 1e6 else {
      return nil
    }
    switch kind {
    case .volume:
      return number > 100 ? nil : .assume(.volume(queue: owner, factor: number, dates: nil))
    case .handleTime:
      return number > 0 ? .assume(.handleTime(queue: owner, .factor(number))) : nil
    case .patience: return number > 0 ? .assume(.patience(queue: owner, .factor(number))) : nil
    case .shrinkage: return number <= 0.95 ? Fraction(number).map { .shrinkage($0) } : nil
    case .containment:
      return number <= 0.95
        ? Fraction(number).map { .assume(.containment(channel: owner ?? "", share: $0)) } : nil
    case .hire:
      guard number == number.rounded(), number <= 10_000 else { return nil }
      return .hire(WhatIfHire(count: Int(number), skills: owner.map { [$0] } ?? []))
    case .overtime: return .budget(WhatIfBudget(overtime: .seconds(number * 3600)))
    case .target: return nil
    }
  }

  /// A value as a part of a folder's name: `volume-0_95`.
  private func label(_ value: String) -> String {
    let plain = value.replacing("/", with: "-").replacing(".", with: "_")
    let letters = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    return String(letters) + "-" + plain
  }

  /// All points of a grid, the last axis varying first; one without values where there is no axis.
  static func points(_ axes: [WhatIfAxis], settings: ScenarioSettings) -> [Point] {
    axes.reduce([Point(values: [], changes: [])]) { points, axis in
      points.flatMap { point in
        axis.values.map { value in
          Point(
            values: point.values + [value],
            changes: point.changes + [change(axis.kind, axis.owner, value)].compactMap(\.self),
            labels: point.labels + [axis.label(value)]
          )
        }
      }
    }
  }
}
