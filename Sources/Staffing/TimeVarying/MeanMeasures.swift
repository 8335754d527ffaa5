import Workforce

/// Measures of several moments, averaged over the contacts that come at them in equal numbers.
struct MeanMeasures {
  private var count = 0.0
  private var sum = QueueMeasures(
    delayProbability: 0,
    serviceLevel: 0,
    missedShare: 0,
    secondsToAnswer: 0,
    abandonmentShare: 0,
    occupancy: 0
  )

  mutating func add(_ measures: QueueMeasures) {
    count += 1
    sum.delayProbability += measures.delayProbability
    sum.serviceLevel += measures.serviceLevel
    sum.missedShare += measures.missedShare
    sum.abandonmentShare += measures.abandonmentShare
    sum.occupancy += measures.occupancy
    let answered = 1 - measures.abandonmentShare
    if answered > 0 { sum.secondsToAnswer += measures.secondsToAnswer * answered }
  }

  /// The means; the speed of answer is that of the contacts answered.
  var measures: QueueMeasures {
    let answered = count - sum.abandonmentShare
    return QueueMeasures(
      delayProbability: sum.delayProbability / count,
      serviceLevel: sum.serviceLevel / count,
      missedShare: sum.missedShare / count,
      secondsToAnswer: answered > 0 ? sum.secondsToAnswer / answered : .infinity,
      abandonmentShare: sum.abandonmentShare / count,
      occupancy: sum.occupancy / count
    )
  }
}
