public import Workforce

extension RequirementCalculator {
  /// What one interval of a queue asks of the queue models, and the numbers around the answer.
  ///
  /// - Parameters:
  ///   - place: The queue's position in the settings.
  ///   - forecast: What is expected, with the queues in the order of the settings.
  ///   - index: The interval.
  /// - Returns: The need with one agent less and one more; `nil` when nobody is needed.
  public func explanation(
    of place: Int,
    in forecast: Forecast,
    at index: Int
  ) -> StaffingAnswer? {
    let (queue, expected) = expected(place, forecast)
    return explanation(of: queue, expected, at: index, minutes: forecast.grid.stepMinutes)
  }

  /// What one interval of a queue with these handle times asks of the queue models.
  func explanation(
    of queue: QueueSettings,
    _ expected: QueueForecast,
    at index: Int,
    minutes: Int
  ) -> StaffingAnswer? {
    let demands = demands(on: queue, expected, at: index)
    guard !demands.isEmpty, queue.channel != .deferred else { return nil }
    let question = StaffingQuestion(
      arrivals: max(0, expected.intervals.mean[index]),
      interval: .minutes(minutes),
      averageHandleTime: queue.handleTimeWhenFull(expected.averageHandleTime[index]),
      patience: expected.patience ?? queue.patience,
      concurrency: queue.concurrency,
      shrinkage: shrinkage,
      threshold: queue.target.threshold,
      definition: queue.target.definition,
      demands: demands
    )
    var sequence = NeedSequence(self, queue, expected, minutes: minutes)
    let moment = sequence.moment(at: index)
    let calculator = StaffingCalculator(question, model: moment.model, lowest: moment.lowest)
    var answer = calculator.answer(spread: 1)
    answer.correction = moment.correction
    if answer.agents > 1 {
      answer.correction?.oneLessAtLowest = moment.lowest?
        .measures(agents: answer.agents - 1, within: question.threshold)
    }
    return answer
  }
}
