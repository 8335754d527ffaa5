/// The legal sequences of working days and days off, as one small automaton per week, minimized
/// layer by layer (two states of a day merge when the same futures are open to them).
package struct SequenceAutomaton: Hashable, Sendable {
  /// Classes per layer; layer d is before date d, there is one layer more than dates.
  let classCounts: [Int]
  /// Class after working date d from a class of layer d; -1 when forbidden.
  let onWork: [[Int]]
  /// Class after having date d off from a class of layer d; -1 when forbidden.
  let onOff: [[Int]]
  /// Class before the first date.
  let start: Int

  /// At most `maximum` working days in a row, `history` of them before the week.
  package init(maximumRun maximum: Int, history: Int, dayCount: Int) {
    let top = min(maximum, history + dayCount) + 1  // the last state stands for a broken rule
    var classes = [[Int](repeating: 0, count: top + 1)]
    classes[0][top] = -1
    var work: [[Int]] = []
    var off: [[Int]] = []
    var counts = [1]
    for _ in 0..<dayCount {
      let after = classes[classes.count - 1]
      var keys: [[Int]] = []
      var current = [Int](repeating: -1, count: top + 1)
      for run in 0..<top {
        let forbidden = run + 1 > maximum
        let key = [forbidden ? -1 : after[min(run + 1, top)], after[0]]
        if let known = keys.firstIndex(of: key) {
          current[run] = known
        } else {
          current[run] = keys.count
          keys.append(key)
        }
      }
      classes.append(current)
      counts.append(keys.count)
      work.append(keys.map { $0[0] })
      off.append(keys.map { $0[1] })
    }
    classCounts = counts.reversed()
    onWork = work.reversed()
    onOff = off.reversed()
    start = classes[dayCount][min(history, top - 1)]
  }
}
