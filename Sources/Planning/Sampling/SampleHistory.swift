import Workforce

/// Draws the history of a queue from its true rates.
struct SampleHistory {
  let volumes: SampleVolumes
  let zone: Zone
  let seed: UInt64

  /// Half-hour rows of every open interval before the week to plan.
  func records(of queue: Int) -> [HistoryRecord] {
    (1...(7 * volumes.weeks)).reversed().flatMap { back -> [HistoryRecord] in
      let date = volumes.week.monday.adding(days: -back)
      var random = RandomStream(
        seed: seed,
        name: "sample arrivals",
        keys: queue,
        date.daysSinceEpoch
      )
      // Days differ by about 4 % beyond Poisson, all queues alike by half of it.
      var common = RandomStream(seed: seed, name: "sample days", keys: date.daysSinceEpoch)
      let busyness =
        common.gammaOfMeanOne(shape: 1250) * random.gammaOfMeanOne(shape: 1250)
      // A stream of its own, so that a bot changes no other column.
      var bot = RandomStream(
        seed: seed,
        name: "sample self-service",
        keys: queue,
        date.daysSinceEpoch
      )
      return SampleVolumes.openMinutes(date.weekday).compactMap { minute -> HistoryRecord? in
        let mean = volumes.rate(queue, date, minute) * busyness
        guard mean > 0 else { return nil }
        var record = record(queue, date, minute, mean, &random)
        record.contained = volumes.containedShare(queue, date).map { share in
          Double(count(mean * share / (1 - share), &bot))
        }
        return record
      }
    }
  }

  private func record(
    _ queue: Int,
    _ date: LocalDate,
    _ minute: Int,
    _ mean: Double,
    _ random: inout RandomStream
  ) -> HistoryRecord {
    let settings = volumes.queues[queue].settings
    let arrivals = count(mean, &random)
    let abandoned = part(arrivals, 0.025, &random)
    let handled = arrivals - abandoned
    let inTarget = min(handled, arrivals - part(arrivals, 0.17, &random))
    let time = LocalDateTime(date: date, secondOfDay: minute * 60)
    return HistoryRecord(
      start: zone.instant(at: time),
      arrivals: Double(arrivals),
      handled: Double(handled),
      abandoned: Double(abandoned),
      answeredInTarget: Double(inTarget),
      averageHandleTime: handled > 0
        ? handleTime(settings.averageHandleTime, minute, handled, &random) : nil
    )
  }

  /// A Poisson count; a rounded normal one from 200 on.
  private func count(_ mean: Double, _ random: inout RandomStream) -> Int {
    guard mean > 200 else { return random.poisson(mean: mean) }
    return Int((mean + mean.squareRoot() * random.normal()).rounded())
  }

  private func part(_ whole: Int, _ share: Double, _ random: inout RandomStream) -> Int {
    min(whole, count(Double(whole) * share, &random))
  }

  /// Contacts take a little longer late in the day; the mean of few strays more.
  private func handleTime(
    _ mean: Duration,
    _ minute: Int,
    _ handled: Int,
    _ random: inout RandomStream
  ) -> Duration {
    let ofDay = 0.97 + 0.06 * Double(minute - 480) / 720
    let noise = random.gammaOfMeanOne(shape: Double(handled) * 1.5)
    return .seconds(max(10, Int((mean.inSeconds * ofDay * noise).rounded())))
  }
}
