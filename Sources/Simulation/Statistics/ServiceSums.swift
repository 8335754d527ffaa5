import Workforce

/// Sums of one queue over a stretch of time.
struct ServiceSums {
  var service = RatioSums()
  var wait = RatioSums()
  var abandonment = RatioSums()
  var abandonedInTarget = 0.0
  var open = 0.0

  mutating func add(_ tally: ServiceTally, by definition: ServiceLevelDefinition) {
    service.add(tally.answeredInTarget, over: tally.divisor(of: definition))
    wait.add(tally.waitSeconds, over: tally.arrivals - tally.abandoned)
    abandonment.add(tally.abandoned, over: tally.arrivals)
    abandonedInTarget += tally.abandonedInTarget
    open += tally.open
  }

  func measures(replications: Int, waits: WaitSums? = nil) -> ServiceMeasures {
    let count = Double(max(1, replications))
    let nothing: Double = abandonment.denominator > open ? 0 : 1
    return ServiceMeasures(
      arrivals: abandonment.denominator / count,
      answeredInTarget: service.numerator / count,
      abandoned: abandonment.numerator / count,
      abandonedInTarget: abandonedInTarget / count,
      open: open / count,
      serviceLevel: service.shareEstimate(replications: replications, empty: nothing),
      averageSpeedOfAnswer: wait.estimate(replications: replications, empty: 0),
      abandonmentShare: abandonment.shareEstimate(replications: replications, empty: 0),
      medianSpeedOfAnswer: waits?.quantile(0.5, of: wait.denominator),
      slowestTenth: waits?.quantile(0.9, of: wait.denominator)
    )
  }
}
