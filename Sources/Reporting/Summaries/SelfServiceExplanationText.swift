public import Workforce

/// How the contacts of a channel without people came about, in sentences for a terminal.
public struct SelfServiceExplanationText: Sendable {
  private let explanation: SelfServiceExplanation

  /// Takes an explanation.
  public init(explanation: SelfServiceExplanation) { self.explanation = explanation }

  /// What comes, what is resolved, and where the rest goes.
  public func text() -> String {
    let blocks = [
      wrapped(printable(head), to: TextTable.columns), inputs, arithmetic,
    ]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var channel: SelfServiceSettings { explanation.channel }
  private var forecast: SelfServiceForecast { explanation.forecast }
  private var arrivals: Double { forecast.arrivals[explanation.index] }
  private var contained: Double { forecast.contained[explanation.index] }

  private var head: String {
    let (grid, index) = (explanation.grid, explanation.index)
    let date = grid.local(at: index).date
    return
      "\(channel.name), \(date.weekday.fullName) \(date.longText), \(grid.clockText(at: index))–"
      + "\(grid.clockText(at: index + 1, isEnd: true)): no agents, because it is self-service. What it "
      + "does not resolve goes to other queues and is part of their need."
  }

  private var inputs: [String] {
    let step = spanText(.minutes(explanation.grid.stepMinutes))
    var lines =
      labeled("Contacts", "\(decimal(arrivals, places: 2)) expected in \(step)\(spread)")
      + labeled("", explanation.contactsSource)
    let words = "resolved without a person"
    if forecast.evidence.isEmpty {
      let share = arrivals > 0 ? contained / arrivals : channel.containment.value
      lines += labeled("Containment", "\(shareText(share)) \(words)")
    } else {
      let share = forecast.evidence[explanation.index].share
      lines += labeled("Containment", "\(percent(share)) \(words)")
    }
    lines += labeled("", explanation.containmentSource) + evidence
    for (place, spill) in channel.spills.enumerated() {
      lines += labeled(place == 0 ? "Spills" : "", spillText(spill))
      lines += labeled("", explanation.spillSources[place])
    }
    return lines
  }

  /// How the settings' daily contacts lie in the interval.
  private var spread: String {
    guard forecast.method == nil, let daily = channel.dailyArrivals, arrivals > 0 else { return "" }
    let day = explanation.grid.days[explanation.grid.day(of: explanation.index)]
    let open = day.count { forecast.arrivals[$0] > 0 }
    let factor = arrivals * Double(open) / daily
    let calendar =
      abs(factor - 1) > 1e-9 ? " × \(factorText(factor)) by the calendar of that day" : ""
    return " = \(plainNumber(daily)) a day ÷ \(counted(open, "open interval", "open intervals"))"
      + calendar
  }

  /// The counts of the hour, and what was made of them.
  private var evidence: [String] {
    guard !forecast.evidence.isEmpty else { return [] }
    let found = forecast.evidence[explanation.index]
    let hour = "\(clock(found.hour))–\(clock(found.hour + 1))"
    let days = "\(found.isWeekend ? "weekends" : "Monday to Friday") of \(found.weeks) weeks"
    let counts =
      found.contacts > 0
      ? "\(hour), \(days): \(decimal(found.contained)) of \(decimal(found.contacts)) resolved, "
        + percent(found.contained / found.contacts)
      : "\(hour), \(days): no contacts"
    let added = 100 * (found.share - found.drawn)
    let size = decimal(abs(added), places: 1)
    let points = "\(size == "0.0" ? "±" : added < 0 ? "−" : "+")\(size) points"
    return labeled("", counts)
      + labeled(
        "",
        "drawn to the mean of all hours, \(percent(found.mean)): \(percent(found.drawn)); last weeks "
          + "and weekday: \(points)"
      )
  }

  private func clock(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }

  private func spillText(_ spill: SelfServiceSettings.Spill) -> String {
    let delay = spill.delay > .zero ? ", \(spanText(spill.delay)) later" : ""
    let factor =
      spill.handleTimeFactor != 1
      ? ", with \(plainNumber(spill.handleTimeFactor)) times the handle time" : ""
    return "\(shareText(spill.share.value)) of the rest to \(spill.queue)\(delay)\(factor)"
  }

  private var arithmetic: [String] {
    let rest = arrivals - contained
    var lines = labeled(
      "Rest",
      "contacts × (1 − containment) = \(decimal(arrivals, places: 2)) − "
        + "\(decimal(contained, places: 2)) = \(decimal(rest, places: 2))"
    )
    for (place, spill) in channel.spills.enumerated() {
      lines += labeled(
        place == 0 ? "Then" : "",
        "\(decimal(rest, places: 2)) × \(shareText(spill.share.value)) = "
          + "\(decimal(rest * spill.share.value, places: 2)) ask for \(spill.queue)"
      )
    }
    let gone = 1 - channel.spills.reduce(0) { $0 + $1.share.value }
    if gone > 1e-9 {
      lines += labeled("", "\(decimal(rest * gone, places: 2)) give up")
    }
    return lines + note
  }

  /// What becomes of the spills of the week.
  private var note: [String] {
    if channel.isSpillRecorded {
      return labeled("", "The histories of these queues hold the spills already; nothing is added.")
    }
    let lost = forecast.spilled.filter { $0.lost > 0.005 }.map { spill in
      "\(decimal(spill.lost, places: 1)) to \(spill.queue)"
    }
    guard !lost.isEmpty else { return [] }
    return labeled(
      "Lost",
      "in the week \(listed(lost)) come while it is closed to calls and chats, and are lost"
    )
  }
}
