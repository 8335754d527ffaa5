public import Workforce

/// An answer of the quick calculator as text for a terminal.
public struct StaffingSummary: Sendable {
  private let answer: StaffingAnswer

  /// Takes an answer.
  public init(answer: StaffingAnswer) { self.answer = answer }

  /// The need in words, then a table around it.
  public func text() -> String {
    let question = answer.question
    let work =
      "\(plainNumber(question.arrivals)) contacts in \(spanText(question.interval)) × "
      + "\(spanText(question.averageHandleTime)) = "
      + "\(decimal(question.offeredLoad, places: 2)) erlangs"
    let lines =
      labeled("Load", work) + labeled("Model", model)
      + labeled("Asked for", listed(question.demands.map(\.text)))
      + labeled("Answer", need)
    return (lines + [""] + ServiceTable(answer: answer).lines).joined(separator: "\n") + "\n"
  }

  private var model: String {
    let question = answer.question
    let slots =
      question.concurrency > 1
      ? "; each agent handles up to \(question.concurrency) contacts at once" : ""
    guard let patience = question.patience else {
      return "Erlang C: contacts wait as long as it takes\(slots)"
    }
    return "Erlang A: contacts wait \(spanText(patience)) on average before they leave\(slots)"
  }

  private var need: String {
    let agents = counted(answer.agents, "agent", "agents")
    let roster =
      answer.question.shrinkage > .zero
      ? ", \(grouped(answer.rostered)) on the roster with "
        + "\(plainNumber(answer.question.shrinkage.value * 100))% shrinkage" : ""
    guard let binding = answer.binding, answer.needs.count > 1 else { return agents + roster }
    return "\(agents)\(roster); \(binding.subject) decides"
  }
}
