import Workforce

extension QueueSimulation {
  /// What lacks of each promise that is not kept, beside the service level; in the target's order.
  func gaps(stepMinutes: Int, days: [Range<Int>]) -> [Shortfall.Gap] {
    judgments.filter { !$0.verdict.isKept }.compactMap { judgment in
      switch judgment.demand {
      case .serviceLevel: nil
      case .occupancy(let cap):
        Shortfall.Gap(
          judgment: judgment,
          hours: hoursAbove(cap.value, Double(stepMinutes) / 60, days)
        )
      case .minimumAgents(let fewest):
        Shortfall.Gap(
          judgment: judgment,
          hours: judgment.intervalsBelow.reduce(0) { $0 + Double(fewest) - agents[$1] }
            * Double(stepMinutes) / 60,
          intervals: worstFirst(judgment.intervalsBelow) { Double(fewest) - agents[$0] }
        )
      case .intervalFloor(let share, _, _):
        contactGap(judgment, among: judgment.intervalsBelow, stretches: intervals) {
          share.value - $0.serviceLevel.mean
        }
      case .abandonment(let share):
        contactGap(judgment, among: busyIntervals, stretches: judged) {
          $0.abandonmentShare.mean - share.value
        }
      case .speedOfAnswer(let longest): waitGap(judgment, longest: longest.inSeconds)
      }
    }
  }

  /// The stretches over which promises are judged.
  private var judged: [ServiceMeasures] { period == .week ? [total] : days }

  /// Hours at work that would bring occupancy down to a cap.
  private func hoursAbove(_ cap: Double, _ stepHours: Double, _ dates: [Range<Int>]) -> Double {
    let staffed = { (range: Range<Int>) in agents[range].reduce(0, +) * stepHours }
    guard period == .eachDay else {
      return max(0, occupancy.mean / cap - 1) * staffed(agents.indices)
    }
    return zip(dates, dayOccupancy).reduce(0) { sum, day in
      sum + max(0, day.1.mean / cap - 1) * staffed(day.0)
    }
  }

  private func contactGap(
    _ judgment: TargetJudgment,
    among places: [Int],
    stretches: [ServiceMeasures],
    excess: (ServiceMeasures) -> Double
  ) -> Shortfall.Gap {
    Shortfall.Gap(
      judgment: judgment,
      contacts: stretches.reduce(0) { $0 + max(0, excess($1)) * $1.arrivals },
      intervals: worstFirst(places) { excess(intervals[$0]) * intervals[$0].arrivals }
    )
  }

  private func waitGap(_ judgment: TargetJudgment, longest: Double) -> Shortfall.Gap {
    Shortfall.Gap(
      judgment: judgment,
      intervals: worstFirst(busyIntervals) { place in
        let measures = intervals[place]
        if measures.isUnanswered { return .infinity }
        return (measures.averageSpeedOfAnswer.mean - longest) * measures.arrivals
      }
    )
  }

  /// The places where something lacks, those first where it is most.
  private func worstFirst(_ places: [Int], lack: (Int) -> Double) -> [Int] {
    places.map { (place: $0, lack: lack($0)) }.filter { $0.lack > 0 }
      .sorted { (-$0.lack, $0.place) < (-$1.lack, $1.place) }.map(\.place)
  }
}
