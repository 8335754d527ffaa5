public import Workforce

/// Answers how many agents meet all demands on one queue in one interval.
///
/// ``ErlangA`` where contacts have a patience, ``ErlangC`` where they wait for ever.
public struct StaffingCalculator: Sendable {
  private let question: StaffingQuestion
  private let model: any QueueModel

  /// Takes a question; demands on abandonment need a patience, all shares lie between 0 and 1.
  public init(_ question: StaffingQuestion) {
    precondition(question.shrinkage < .one, "shrinkage must be below one")
    self.question = question
    model =
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
  }

  /// The fewest agents, with so many numbers of agents below and above them.
  ///
  /// - Parameters:
  ///   - center: The number to show instead of the answer in the middle, above zero.
  ///   - spread: How many rows to show on each side; none for less than one agent.
  /// - Returns: The need of each demand and of all, and the rows.
  public func answer(around center: Int? = nil, spread: Int) -> StaffingAnswer {
    let needs = question.demands.map { demand in
      StaffingAnswer.Need(demand: demand, agents: fewest(demand))
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

  private func fewest(_ demand: ServiceDemand) -> Int {
    var threshold = question.threshold
    if case .serviceLevel(_, let limit) = demand { threshold = limit }
    let guess = Int((question.offeredLoad / Double(question.concurrency)).rounded(.up))
    // Nobody is never busy: without the first test a cap on occupancy would be met by no agents.
    return fewestAgents(near: guess) { agents in
      agents > 0 && demand.isMet(by: model.measures(agents: agents, within: threshold))
    }
  }

  private func row(_ agents: Int) -> StaffingAnswer.Row {
    StaffingAnswer.Row(
      agents: agents,
      rostered: rosteredPeople(for: agents, shrinkage: question.shrinkage),
      measures: model.measures(agents: agents, within: question.threshold)
    )
  }
}

/// `agents ÷ (1 − shrinkage)`, rounded up.
func rosteredPeople(for agents: Int, shrinkage: Fraction) -> Int {
  Int((Double(agents) / (1 - shrinkage.value) - 1e-9).rounded(.up))
}
