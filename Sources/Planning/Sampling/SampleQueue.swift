import Workforce

/// A queue of the synthetic bank: its settings and how its demand behaves.
struct SampleQueue {
  var settings: QueueSettings
  /// Its part of the bank's load, before scaling to the number of queues.
  var loadShare: Double
  /// Relative growth in a week.
  var weeklyGrowth: Double
  /// Demand by half hour from 08:00 on a weekday, 1 at the first peak.
  var weekdayShape: [Double]
  /// Share of contacts that a bot took over at each launch in the history.
  var containment: Double

  /// The first `count` queues, in their usual order.
  static func catalogue(_ count: Int) -> [SampleQueue] { Array(all.prefix(count)) }

  /// Demand by half hour from 09:00 on a Saturday, against a weekday's peak.
  static let saturdayShape = [
    0.26, 0.34, 0.42, 0.46, 0.47, 0.46, 0.43, 0.40, 0.37, 0.34, 0.32, 0.30, 0.28, 0.26, 0.23, 0.20,
  ]

  private static let phoneShape = [
    0.52, 0.68, 0.84, 0.95, 1.00, 1.00, 0.97, 0.91, 0.83, 0.78, 0.78, 0.83, 0.89, 0.92, 0.92, 0.90,
    0.87, 0.82, 0.77, 0.69, 0.59, 0.49, 0.40, 0.31,
  ]

  private static let chatShape = [
    0.45, 0.58, 0.74, 0.87, 0.96, 1.00, 0.98, 0.94, 0.92, 0.90, 0.86, 0.87, 0.90, 0.93, 0.94, 0.93,
    0.91, 0.89, 0.86, 0.80, 0.73, 0.64, 0.53, 0.42,
  ]

  private static let all: [SampleQueue] = [
    phone("general", 245, 150, (0.80, 30), share: 0.40, growth: 0.000_5, containment: 0.05),
    phone("cards", 290, 180, (0.80, 30), share: 0.26, growth: 0.001, containment: 0),
    chat("chat", skill: "chat", 520, share: 0.16, growth: 0.006),
    phone("loans", 420, 240, (0.75, 45), share: 0.14, growth: 0.001, containment: 0),
    phone("mortgage", 540, 300, (0.75, 60), share: 0.12, growth: -0.000_5, containment: 0),
    chat("chat_cards", skill: "chat_cards", 480, share: 0.10, growth: 0.008),
    phone("business", 330, 180, (0.85, 20), share: 0.12, growth: 0.001, containment: 0),
    phone("fraud", 380, 300, (0.85, 20), share: 0.10, growth: 0.002, containment: 0),
  ]

  private static func phone(
    _ skill: String,
    _ handleSeconds: Int,
    _ patienceSeconds: Int,
    _ target: (share: Double, seconds: Int),
    share: Double,
    growth: Double,
    containment: Double
  ) -> SampleQueue {
    SampleQueue(
      settings: QueueSettings(
        name: "phone_\(skill)",
        channel: .phone,
        skill: skill,
        openingHours: openingHours,
        target: ServiceTarget(
          serviceLevel: Fraction(target.share) ?? .one,
          threshold: .seconds(target.seconds),
          maximumOccupancy: Fraction(0.88)
        ),
        patience: .seconds(patienceSeconds),
        averageHandleTime: .seconds(handleSeconds)
      ),
      loadShare: share,
      weeklyGrowth: growth,
      weekdayShape: phoneShape,
      containment: containment
    )
  }

  private static func chat(
    _ name: String,
    skill: String,
    _ handleSeconds: Int,
    share: Double,
    growth: Double
  ) -> SampleQueue {
    SampleQueue(
      settings: QueueSettings(
        name: name,
        channel: .chat,
        skill: skill,
        openingHours: openingHours,
        target: ServiceTarget(
          serviceLevel: Fraction(0.80) ?? .one,
          threshold: .seconds(60),
          maximumOccupancy: Fraction(0.90)
        ),
        patience: .seconds(300),
        averageHandleTime: .seconds(handleSeconds),
        concurrency: 2
      ),
      loadShare: share,
      weeklyGrowth: growth,
      weekdayShape: chatShape,
      containment: 0.04
    )
  }

  private static let openingHours = OpeningHours(
    windows: Weekday.allCases.map { weekday in
      switch weekday {
      case .sunday: []
      case .saturday: [ClockWindow("09:00-17:00")].compactMap { $0 }
      default: [ClockWindow("08:00-20:00")].compactMap { $0 }
      }
    }
  )
}
