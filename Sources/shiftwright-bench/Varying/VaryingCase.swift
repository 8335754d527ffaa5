import Foundation
import Staffing
import Workforce

/// A day of arrivals that change fast, and how it is staffed.
struct VaryingCase {
  /// How many agents work in each interval.
  enum Staffing: String, CaseIterable {
    /// As many as Erlang asks for, interval by interval.
    case plain = "plain agents"
    /// As many as a plan's need asks for, with the time-varying correction.
    case corrected = "corrected agents"
    /// Nine of ten of the former.
    case scarce = "nine of ten"
  }

  /// The target: 80 % in 20 seconds.
  static let target = 0.8
  static let threshold = Duration.seconds(20)

  let name: String
  /// Of each interval from midnight.
  let arrivals: [Double]
  /// Length of an interval.
  let minutes: Int
  let handleTime: Duration
  let variation: Double
  let patience: Duration?
  let staffing: Staffing

  /// Days of twelve hours with a peak of 60 erlangs in the morning and one of 50 in the afternoon,
  /// each rising from 7 within two hours.
  static var doublePeaks: [VaryingCase] {
    var cases: [VaryingCase] = []
    for handled in [300, 900] {
      for minutes in [15, 30] {
        for patience in [nil, 120] as [Int?] {
          for staffing in Staffing.allCases where staffing != .scarce || patience != nil {
            cases.append(VaryingCase(handled, 1, minutes, patience, staffing))
          }
        }
      }
    }
    return cases + [
      VaryingCase(900, 0.5, 15, 120, .plain), VaryingCase(900, 2, 15, 120, .plain),
      VaryingCase(900, 0.5, 15, nil, .corrected), VaryingCase(900, 2, 15, nil, .corrected),
    ]
  }

  private init(
    _ handled: Int,
    _ variation: Double,
    _ minutes: Int,
    _ patience: Int?,
    _ staffing: Staffing
  ) {
    let arrivals = (0..<1440 / minutes).map { index in
      let hour = (Double(index) + 0.5) * Double(minutes) / 60 - 8
      guard (0..<12).contains(hour) else { return 0.0 }
      let hump = { (center: Double) in exp(-pow((hour - center) / 0.8, 2) / 2) }
      let load = 60 * (0.12 + 0.88 * hump(2.5) + 0.75 * hump(7.5))
      return load * Double(60 * minutes) / Double(handled)
    }
    self.init("double peak", arrivals, handled, variation, minutes, patience, staffing)
  }

  private init(
    _ day: String,
    _ arrivals: [Double],
    _ handled: Int,
    _ variation: Double,
    _ minutes: Int,
    _ patience: Int?,
    _ staffing: Staffing
  ) {
    let waits = patience.map { "patience \($0) s" } ?? "no patience"
    name =
      "\(day), \(handled) s, variation \(variation), \(minutes) min, \(waits), \(staffing.rawValue)"
    self.arrivals = arrivals
    self.minutes = minutes
    handleTime = .seconds(handled)
    self.variation = variation
    self.patience = patience.map { .seconds($0) }
    self.staffing = staffing
  }

  /// The mean weekday of a file of arrivals in steps of 5 minutes.
  static func weekdays(of text: String) throws -> [VaryingCase] {
    var sums = Array(repeating: 0.0, count: 288)
    var dates: Set<LocalDate> = []
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = line.split(separator: ",")
      guard fields.count == 2, let date = LocalDate(fields[0].prefix(10)),
        let time = ClockTime(fields[0].dropFirst(11).prefix(5)), let count = Double(fields[1])
      else {
        throw ShiftwrightError(
          "'\(line)' is not a row of timestamp and calls.\n"
            + "Give rows such as 2003-03-03 07:00:00,111."
        )
      }
      guard !date.weekday.isWeekend else { continue }
      dates.insert(date)
      sums[time.minutes / 5] += count
    }
    let days = Double(max(1, dates.count))
    let arrivals = stride(from: 0, to: 288, by: 3).map { sums[$0..<$0 + 3].reduce(0, +) / days }
    return [(300, nil), (300, 120), (900, 120)].flatMap { handled, patience in
      [Staffing.plain, .corrected].map {
        VaryingCase("mean weekday", arrivals, handled, 1, 15, patience, $0)
      }
    }
  }
}

extension VaryingCase {
  /// Agents of each interval.
  func agents() throws -> [Int] {
    switch staffing {
    case .plain: plainAgents
    case .corrected: try VaryingDay(self, agents: []).need
    case .scarce: plainAgents.map { ($0 * 9 + 5) / 10 }
    }
  }

  private var demands: [ServiceDemand] {
    Fraction(Self.target).map { [.serviceLevel($0, within: Self.threshold)] } ?? []
  }

  private var plainAgents: [Int] {
    arrivals.map { count in
      guard count > 0 else { return 0 }
      let question = StaffingQuestion(
        arrivals: count,
        interval: .minutes(minutes),
        averageHandleTime: handleTime,
        patience: patience,
        threshold: Self.threshold,
        demands: demands
      )
      return StaffingCalculator(question).answer(spread: 0).agents
    }
  }

  /// Service levels of Erlang interval by interval.
  func plainLevels(_ agents: [Int]) -> [Double] {
    zip(arrivals, agents).map { count, agents in
      let load = count * handleTime.inSeconds / Double(60 * minutes)
      let model: any QueueModel =
        if let patience {
          ErlangA(offeredLoad: load, averageHandleTime: handleTime, patience: patience)
        } else {
          ErlangC(offeredLoad: load, averageHandleTime: handleTime)
        }
      return model.serviceLevel(agents: agents, within: Self.threshold)
    }
  }

  /// Service levels of the time-varying correction.
  func correctedLevels(_ agents: [Int]) -> [Double] {
    service.intervals(agents: agents, within: Self.threshold).map(\.measures.serviceLevel)
  }

  private var service: TimeVaryingService {
    TimeVaryingService(
      TimeVaryingQueue(
        arrivals: arrivals,
        averageHandleTime: Array(repeating: handleTime, count: arrivals.count),
        handleTimeVariation: variation,
        patience: patience,
        interval: .minutes(minutes)
      )
    )
  }
}
