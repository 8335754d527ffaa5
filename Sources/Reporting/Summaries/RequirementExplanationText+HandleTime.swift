import Workforce

/// The handle time of the forecast, and what the need makes of it.
extension RequirementExplanationText {
  /// Seconds as the forecast has them.
  private var forecastSeconds: Double {
    explanation.forecast.averageHandleTime[explanation.index].inSeconds
  }

  /// The handle time with its place, and the people whose factors it is multiplied by.
  var handleTime: [String] {
    let value = "\(plainNumber(forecastSeconds)) s on average"
    return input("Handle time", value + spilledHandleTime, sources.handleTime) + people
  }

  /// What channels without people add to a forecast that was made now.
  var spilledContacts: [String] {
    explanation.spilled.flatMap { spilled in
      input(
        "",
        "\(decimal(spilled.contacts, places: 2)) of them from \(spilled.channel)"
          + (spilled.handleTimeFactor == 1
            ? "" : ", each \(factorText(spilled.handleTimeFactor)) × as long"),
        spilled.source
      )
    }
  }

  /// How those contacts lengthen the mean: the forecast's own handle time × (m + s·factor) ÷ (m + s).
  private var spilledHandleTime: String {
    let slower = explanation.spilled.filter { $0.handleTimeFactor != 1 }
    guard !slower.isEmpty else { return "" }
    let index = explanation.index
    let forecast = explanation.forecast
    let all = (forecast.modelMean ?? forecast.intervals.mean)[index]
    var contacts = all - explanation.spilled.reduce(0) { $0 + $1.contacts }
    var (seconds, text) = (forecastSeconds, "")
    for spilled in explanation.spilled {
      let (before, added) = (contacts, spilled.contacts)
      contacts += added
      guard spilled.handleTimeFactor != 1 else { continue }
      let factor = spilled.handleTimeFactor
      seconds /= (before + added * factor) / contacts
      let (own, more) = (decimal(before, places: 2), decimal(added, places: 2))
      text += " × (\(own) + \(more)·\(factorText(factor))) ÷ (\(own) + \(more))"
    }
    return " = \(plainNumber(seconds)) s" + text
  }

  /// Who can serve the queue, and with which factors.
  private var people: [String] {
    guard let mix = explanation.mix else { return [] }
    let date = mix.date.shortText
    guard mix.people > 0 else {
      return input(
        "People",
        "nobody employed on \(date) holds skill \(mix.skill), so no factor counts",
        sources.proficiency
      )
    }
    let isWeighted = mix.groups.contains { $0.fullTimeEquivalents != Double($0.people) }
    let who =
      mix.people == 1
      ? "that of the one person with skill \(mix.skill) on \(date)"
      : "the mean of the \(grouped(mix.people)) people with skill \(mix.skill) on \(date)"
    let weights = isWeighted ? ", by full-time equivalents" : ""
    let groups = mix.groups.map { text(of: $0, isWeighted: isWeighted) }.joined(separator: "; ")
    return input(
      "People",
      "need \(factorText(mix.factor)) × as long: \(who)\(weights): \(groups)",
      sources.proficiency
    )
  }

  private func text(of group: HandleTimeMix.Group, isWeighted: Bool) -> String {
    let level = group.level ?? "without a level"
    let tenure = group.tenure.map { ", under \(counted($0.belowMonths, "month", "months"))" } ?? ""
    let weight = isWeighted ? " (\(factorText(group.fullTimeEquivalents)) full-time)" : ""
    let factors = [group.level == nil ? nil : group.levelFactor, group.tenure?.factor]
    let known = factors.compactMap(\.self)
    let factor = known.isEmpty ? "1" : known.map(factorText).joined(separator: " × ")
    return "\(grouped(group.people)) \(level)\(tenure)\(weight) \(factor)"
  }

  /// `h`, or `h(3)` where a person has up to three contacts in hand.
  var handleTimeName: String { queue.concurrency > 1 ? "h(\(queue.concurrency))" : "h" }

  /// The handle time that the need counts with; `nil` where it is the forecast's.
  var stretching: [String]? {
    let factor = explanation.mix?.factor ?? 1
    guard factor != 1 || queue.concurrency > 1 else { return nil }
    let slots = Double(queue.concurrency)
    var text = "\(handleTimeName) = \(plainNumber(forecastSeconds)) s"
    var seconds = forecastSeconds
    if factor != 1 {
      text += " × \(factorText(factor))"
      seconds *= factor
    }
    if queue.concurrency > 1 {
      text += " × (1 + \(factorText(queue.slowdown))·(\(queue.concurrency) − 1))"
      seconds *= 1 + queue.slowdown * (slots - 1)
    }
    return labeled("Handle time", "\(text) = \(plainNumber(seconds)) s")
  }
}

/// A factor with as many of four places as it needs.
func factorText(_ value: Double) -> String {
  let places = (0..<4).first { places in
    let scaled = value * (0..<places).reduce(1.0) { product, _ in product * 10 }
    return abs(scaled.rounded() - scaled) < 1e-9 * max(1, abs(scaled))
  }
  return decimal(value, places: places ?? 4)
}
