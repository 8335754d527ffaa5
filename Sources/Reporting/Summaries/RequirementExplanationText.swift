public import Workforce

/// How one number of the requirement came about, in sentences for a terminal.
public struct RequirementExplanationText: Sendable {
  let explanation: RequirementExplanation

  /// Takes an explanation.
  public init(explanation: RequirementExplanation) { self.explanation = explanation }

  /// The need, every input with its place, the formula, and the numbers around the need.
  public func text() -> String {
    if let deferred = explanation.deferred { return text(of: deferred) }
    guard let answer = explanation.answer else {
      return wrapped(printable(head + nobody), to: TextTable.columns).joined(separator: "\n") + "\n"
    }
    let blocks = [
      wrapped(printable(head + need(answer)), to: TextTable.columns),
      inputs(answer.question),
      formula(answer),
      ServiceTable(answer: answer).lines,
      verdict(answer),
    ]
    return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  var queue: QueueSettings { explanation.queue }
  var sources: RequirementExplanation.Sources { explanation.sources }

  var head: String {
    let grid = explanation.grid
    let date = grid.local(at: explanation.index).date
    return "\(queue.name), \(date.weekday.fullName) \(date.longText), "
      + "\(grid.clockText(at: explanation.index))–"
      + "\(grid.clockText(at: explanation.index + 1, isEnd: true)): "
  }

  private var nobody: String {
    explanation.forecast.isOpen[explanation.index]
      ? "nobody is needed, because no contacts are expected (\(sources.arrivals))."
      : "nobody is needed, because the queue is closed."
  }

  private func need(_ answer: StaffingAnswer) -> String {
    let binding = answer.binding?.subject ?? "the service level"
    return "\(counted(answer.agents, "agent", "agents")) needed, "
      + "\(grouped(answer.rostered)) on the roster. \(binding.capitalizedFirst) decides."
  }

  private func inputs(_ question: StaffingQuestion) -> [String] {
    let index = explanation.index
    let band = explanation.forecast.intervals
    let model = explanation.forecast.modelMean?[index]
    let changed = model.map { ", \(decimal($0, places: 2)) before planners' changes" } ?? ""
    var lines = input(
      "Contacts",
      "\(decimal(question.arrivals, places: 2)) expected in \(spanText(question.interval)) "
        + "(80% band \(decimal(band.low80[index]))–\(decimal(band.high80[index]))\(changed))",
      sources.arrivals
    )
    lines += spilledContacts + handleTime
    let patience = question.patience.map { "\(plainNumber($0.inSeconds)) s on average" }
    lines += input("Patience", patience ?? "without end", sources.patience)
    for (place, demand) in question.demands.enumerated() {
      lines += input(place == 0 ? "Target" : "", demand.text, source(of: demand))
    }
    let slots = "\(counted(question.concurrency, "contact", "contacts")) per agent"
    lines += input("At once", slots, sources.concurrency)
    if question.concurrency > 1 {
      let slower = "\(factorText(queue.slowdown)) of the handle time more for each further contact"
      lines += input("Slowdown", slower, sources.slowdown)
    }
    let shrinkage = "\(plainNumber(question.shrinkage.value * 100))% of rostered time is lost"
    return lines + input("Shrinkage", shrinkage, sources.shrinkage)
  }

  private func source(of demand: ServiceDemand) -> String {
    let place = queue.target.demands.firstIndex(of: demand)
    return place.map { sources.demands[$0] } ?? sources.target
  }

  /// The value, and its place on a line of its own.
  func input(_ name: String, _ value: String, _ source: String) -> [String] {
    labeled(name, value) + labeled("", source)
  }

  private func formula(_ answer: StaffingAnswer) -> [String] {
    let question = answer.question
    let load =
      "contacts × \(stretching == nil ? "handle time" : handleTimeName) ÷ interval = \(decimal(question.arrivals, places: 2)) × "
      + "\(plainNumber(question.averageHandleTime.inSeconds)) s ÷ "
      + "\(plainNumber(question.interval.inSeconds)) s = "
      + "\(decimal(question.offeredLoad, places: 3)) erlangs"
    let present = 1 - question.shrinkage.value
    let roster =
      "\(grouped(answer.agents)) agents ÷ (1 − \(plainNumber(question.shrinkage.value * 100))%) = "
      + "\(decimal(Double(answer.agents) / present, places: 2)), rounded up: "
      + grouped(answer.rostered)
    return (stretching ?? []) + labeled("Load", load) + carriedLoad(answer)
      + labeled("Model", model(question))
      + labeled("Service", service(question)) + labeled("Roster", roster)
  }

  private func model(_ question: StaffingQuestion) -> String {
    let slots = question.concurrency > 1 ? "; n is \(question.concurrency) slots per agent" : ""
    return question.patience == nil
      ? "Erlang C, M/M/n: contacts wait as long as it takes\(slots) (Erlang 1917)"
      : "Erlang A, M/M/n+M: a contact leaves after a random patience\(slots) (Mandelbaum and "
        + "Zeltyn 2007)"
  }

  /// The formulas of the measures that are asked for.
  private func service(_ question: StaffingQuestion) -> String {
    let parts = [level(question), wait(question), leave(question), occupancy(question)]
    return parts.compactMap(\.self).joined(separator: ", ") + "; " + symbols(question)
  }

  private func level(_ question: StaffingQuestion) -> String {
    guard question.patience != nil else { return "level = 1 − C·exp(−(n − a)·T ÷ h)" }
    let inTime = "level = P(V ≤ T and patience ≥ V)"
    return switch question.definition {
    case .offered: inTime
    case .offeredLessEarlyAbandons: inTime + " ÷ (1 − P(patience < V and patience ≤ T))"
    case .answered: inTime + " ÷ P(patience ≥ V)"
    }
  }

  private func wait(_ question: StaffingQuestion) -> String? {
    guard question.demands.contains(where: { BindingTarget($0) == .speedOfAnswer }) else {
      return nil
    }
    return question.patience == nil
      ? "mean wait = C·h ÷ (n − a)" : "mean wait = E[V given patience ≥ V]"
  }

  private func leave(_ question: StaffingQuestion) -> String? {
    guard question.demands.contains(where: { BindingTarget($0) == .abandonment }) else {
      return nil
    }
    return question.patience == nil ? "nobody leaves" : "leave = P(patience < V)"
  }

  private func occupancy(_ question: StaffingQuestion) -> String {
    question.patience == nil ? "occupancy = a ÷ n" : "occupancy = a·P(patience ≥ V) ÷ n"
  }

  private func symbols(_ question: StaffingQuestion) -> String {
    question.patience == nil
      ? "a load, h handle time, T threshold, C = P(wait)"
      : "a load, T threshold, V the wait of a contact with endless patience"
  }

  /// What each demand needs, and what is missing with one agent less.
  private func verdict(_ answer: StaffingAnswer) -> [String] {
    let needs = answer.needs.enumerated().map { place, need in
      let agents =
        place == 0 ? counted(need.agents, "agent", "agents") : grouped(need.agents)
      return BindingTarget(need.demand) == .minimumAgents
        ? "the fewest agents are \(agents)" : "\(need.demand.subject) needs \(agents)"
    }
    var text = "\(listed(needs).capitalizedFirst)."
    if answer.needs.count > 1 { text += " The largest number counts." }
    if let fewer = answer.row(of: answer.agents - 1), let binding = answer.binding {
      text +=
        " With \(counted(fewer.agents, "agent", "agents")) \(binding.outcome(fewer.measures, agents: fewer.agents))"
        + borrowed(answer, binding, fewer) + "; the target is \(binding.boundText)."
    } else if answer.agents == 1 {
      text += " An open queue that expects contacts has at least one agent."
    }
    return wrapped(text, to: TextTable.columns)
  }
}
