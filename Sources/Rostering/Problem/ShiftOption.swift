/// A shift that a person may work on a day, breaks left open.
package struct ShiftOption: Hashable, Sendable {
  /// Most sorts of shift that are told apart.
  static let mostSorts = 512

  /// Where a clock has gone back past midnight, times lie a little before 0.
  private static let clockOffset = 256

  /// From the lowest bit: sort (9 bits), agenda + 1 (16), shape (12), clock + 256 (11), start (16).
  private let packed: UInt64
  /// Pay.
  package let pay: Double
  /// Price of a start outside the wished band.
  package let startWish: Double
  /// Price of a date that was asked off.
  package let dayOffWish: Double
  /// Price of the labor rules that the shift misses by itself.
  package let rulePrice: Double
  /// Price of a late or night shift by what the person had before.
  package let fairness: Double

  /// First slot.
  @inline(__always) package var start: Int { Int(packed >> 48) }
  /// Clock time of the start, in minutes after midnight.
  @inline(__always) package var clock: Int { Int(packed >> 37 & 0x7ff) - Self.clockOffset }
  /// Position of the shape.
  @inline(__always) package var shape: Int { Int(packed >> 25 & 0xfff) }
  /// Position of what training the shift holds, or -1.
  @inline(__always) package var agenda: Int { Int(packed >> 9 & 0xffff) - 1 }
  /// Sort of shift, as far as the person's sequence tells shifts apart.
  @inline(__always) package var sort: Int { Int(packed & 0x1ff) }
  /// Pay and prices of wishes, rules and fairness.
  @inline(__always) package var cost: Double {
    pay + startWish + dayOffWish + rulePrice + fairness
  }

  /// Packs the numbers.
  package init(
    start: Int,
    shape: Int,
    agenda: Int = -1,
    clock: Int,
    sort: Int = 0,
    pay: Double,
    startWish: Double,
    dayOffWish: Double,
    rulePrice: Double = 0,
    fairness: Double = 0
  ) {
    precondition(
      start < 1 << 16 && clock + Self.clockOffset < 1 << 11 && shape < 1 << 12
        && agenda < 1 << 16 - 1 && sort < Self.mostSorts
    )
    packed =
      UInt64(start) << 48 | UInt64(clock + Self.clockOffset) << 37 | UInt64(shape) << 25 | UInt64(
        agenda + 1
      ) << 9
      | UInt64(sort)
    self.pay = pay
    self.startWish = startWish
    self.dayOffWish = dayOffWish
    self.rulePrice = rulePrice
    self.fairness = fairness
  }

  /// The same shift at a higher price.
  func costing(_ more: Double) -> ShiftOption {
    ShiftOption(
      start: start,
      shape: shape,
      agenda: agenda,
      clock: clock,
      sort: sort,
      pay: pay,
      startWish: startWish + more,
      dayOffWish: dayOffWish,
      rulePrice: rulePrice,
      fairness: fairness
    )
  }

  /// The same shift for nothing.
  var unpriced: ShiftOption {
    ShiftOption(
      start: start,
      shape: shape,
      agenda: agenda,
      clock: clock,
      sort: sort,
      pay: 0,
      startWish: 0,
      dayOffWish: 0
    )
  }
}
