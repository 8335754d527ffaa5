/// One person's rules over a horizon of whole days, apart from which shifts each date offers.
///
/// The kind of a shift is its shape.
package struct HorizonRules: Sendable {
  /// Which sequences of days are legal.
  package let automaton: DayAutomaton
  /// Least paid minutes.
  package let leastMinutes: Int
  /// Most paid minutes; no horizon is legal where they are below the least.
  package let mostMinutes: Int
  /// Most shifts of each kind.
  package let mostOfKind: [Int]
  /// Most weekends with work.
  package let mostWeekends: Int
  /// Price of a horizon without any shift, because of shifts that were asked for.
  package let baseCost: Double
  /// Dates that must be worked, ascending; those without options are off.
  package var workedDates: [Int] = []

  /// Rules as given.
  package init(
    automaton: DayAutomaton,
    leastMinutes: Int,
    mostMinutes: Int,
    mostOfKind: [Int],
    mostWeekends: Int,
    baseCost: Double
  ) {
    self.automaton = automaton
    self.leastMinutes = leastMinutes
    self.mostMinutes = mostMinutes
    self.mostOfKind = mostOfKind
    self.mostWeekends = mostWeekends
    self.baseCost = baseCost
  }
}
