public import Workforce

/// Answers how many agents meet all demands on one queue in one interval.
///
/// ``ErlangA`` where contacts have a patience, ``ErlangC`` where they wait for ever.
public struct StaffingCalculator: Sendable {
  private let question: StaffingQuestion
  private let model: any QueueModel
  private let lowest: (any QueueModel)?

  /// Takes a question; all shares lie between 0 and 1.
  public init(_ question: StaffingQuestion) {
    let model: any QueueModel =
      if let patience = question.patience {
        ErlangA(
          offeredLoad: question.offeredLoad,
          averageHandleTime: question.averageHandleTime,
          patience: patience,
          concurrency: question.concurrency
        )
      } else {
        ErlangC(
          offeredLoad: question.offeredLoad,
          averageHandleTime: question.averageHandleTime,
          concurrency: question.concurrency
        )
      }
    self.init(question, model: model)
  }

  /// Takes a question with the models that answer it in place of a steady state under its load.
  init(
    _ question: StaffingQuestion,
    model: any QueueModel,
    lowest: (any QueueModel)? = nil
  ) {
    precondition(question.shrinkage < .one, "shrinkage must be below one")
    self.question = question
    self.model = model
    self.lowest = lowest
  }

  /// The fewest agents, with so many numbers of agents below and above them.
  ///
  /// - Parameters:
  ///   - center: The number to show instead of the answer in the middle, above zero.
  ///   - spread: How many rows to show on each side; none for less than one agent.
  /// - Returns: The need of each demand and of all, and the rows.
  public func answer(around center: Int? = nil, spread: Int) -> StaffingAnswer {
    let search = DemandSearch(
      model: model,
      lowest: lowest,
      concurrency: question.concurrency,
      threshold: question.threshold
    )
    let needs = question.demands.map { demand in
      StaffingAnswer.Need(demand: demand, agents: search.fewest(for: demand))
    }
    let agents = needs.map(\.agents).max() ?? 1
    let middle = center ?? agents
    return StaffingAnswer(
      question: question,
      agents: agents,
      rostered: rosteredPeople(for: agents, shrinkage: question.shrinkage),
      needs: needs,
      rows: (max(1, middle - spread)...middle + spread).map(row)
    )
  }

  private func row(_ agents: Int) -> StaffingAnswer.Row {
    StaffingAnswer.Row(
      agents: agents,
      rostered: rosteredPeople(for: agents, shrinkage: question.shrinkage),
      measures: model.measures(agents: agents, within: question.threshold)
    )
  }
}
