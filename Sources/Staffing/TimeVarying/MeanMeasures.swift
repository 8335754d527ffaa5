import Workforce

/// Measures of several moments, averaged over the contacts that come at them in equal numbers.
struct MeanMeasures {
  private var count = 0.0
  private var sum = QueueMeasures(
    delayProbability: 0,
    serviceLevel: 0,
    missedShare: 0,
    lateShare: 0,
    answeredShare: 0,
    secondsToAnswer: 0,
    abandonmentShare: 0,
    occupancy: 0
  )

  mutating func add(_ measures: QueueMeasures) {
    count += 1
    sum.delayProbability += measures.delayProbability
    sum.serviceLevel += measures.serviceLevel
    sum.missedShare += measures.missedShare
    sum.lateShare += measures.lateShare
    sum.answeredShare += measures.answeredShare
    sum.abandonmentShare += measures.abandonmentShare
    sum.occupancy += measures.occupancy
    if measures.answeredShare > 0 {
      sum.secondsToAnswer += measures.secondsToAnswer * measures.answeredShare
    }
  }

  /// The means; the speed of answer is that of the contacts answered.
  var measures: QueueMeasures {
    QueueMeasures(
      delayProbability: sum.delayProbability / count,
      serviceLevel: sum.serviceLevel / count,
      missedShare: sum.missedShare / count,
      lateShare: sum.lateShare / count,
      answeredShare: sum.answeredShare / count,
      secondsToAnswer: sum.answeredShare > 0
        ? sum.secondsToAnswer / sum.answeredShare : .infinity,
      abandonmentShare: sum.abandonmentShare / count,
      occupancy: sum.occupancy / count
    )
  }
}
