import Foundation

/// How much two days have in common, in units of a score's squared scale.
struct CalendarKernel {
  let constants: ProcessConstants
  /// True when the history is long enough for a season of the year.
  let hasYear: Bool
  private let drift: [Double]
  private let weather: [Double]
  private let season: [Double]

  /// Days from the first to the last date of all that will be compared.
  init(_ constants: ProcessConstants, hasYear: Bool, spanDays: Int) {
    self.constants = constants
    self.hasYear = hasYear
    let distances = (0...max(0, spanDays)).map(Double.init)
    drift = distances.map { constants.drift.variance * exp(-$0 / constants.drift.days) }
    weather = distances.map { constants.weather.variance * exp(-$0 / constants.weather.days) }
    let width = 2 * Double.pi * constants.year.days / 365.25
    season = distances.map { distance in
      let sine = sin(.pi * distance / 365.25)
      return hasYear ? constants.year.variance * exp(-2 * sine * sine / (width * width)) : 0
    }
  }

  /// The common part of two days.
  func callAsFunction(_ left: DayFeatures, _ right: DayFeatures) -> Double {
    let distance = abs(left.day - right.day)
    var sum = constants.level + drift[distance] + weather[distance] + season[distance]
    if left.weekday == right.weekday { sum += constants.weekday }
    sum += month(left.monthPhase, right.monthPhase)
    if left.openBefore == right.openBefore, left.openBefore < 4 { sum += constants.monthEdge }
    if left.openAfter == right.openAfter, left.openAfter < 2 { sum += constants.monthEdge }
    if left.sinceClosure > 0, right.sinceClosure > 0 { sum += afterClosure(left, right) }
    if left.isBeforeClosure, right.isBeforeClosure { sum += constants.beforeClosure }
    if let one = left.special, let other = right.special, one.kind == other.kind {
      sum += constants.special * (one.name == other.name ? 1 : 0.5)
    }
    return sum
  }

  private func month(_ left: Double, _ right: Double) -> Double {
    let width = 2 * Double.pi * constants.month.days / 30.44
    let sine = sin(.pi * (left - right))
    return constants.month.variance * exp(-2 * sine * sine / (width * width))
  }

  private func afterClosure(_ left: DayFeatures, _ right: DayFeatures) -> Double {
    let days = Double(left.sinceClosure + right.sinceClosure - 2)
    let likeness =
      0.5 + (left.sinceClosure == right.sinceClosure ? 0.5 : 0)
      + (left.closure == right.closure ? 0.4 : 0)
    return constants.afterClosure.variance * exp(-constants.afterClosure.decay * days) * likeness
  }

  /// All pairs of two lists of days.
  func matrix(_ left: [DayFeatures], _ right: [DayFeatures]) -> Matrix {
    var result = Matrix(rows: left.count, columns: right.count)
    for row in left.indices {
      for column in right.indices { result[row, column] = self(left[row], right[column]) }
    }
    return result
  }

  /// All pairs of one list of days.
  func matrix(_ days: [DayFeatures]) -> Matrix {
    var result = Matrix(rows: days.count, columns: days.count)
    for row in days.indices {
      for column in 0...row {
        let value = self(days[row], days[column])
        result[row, column] = value
        result[column, row] = value
      }
    }
    return result
  }
}
