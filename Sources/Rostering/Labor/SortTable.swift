/// What the labor rules of a person tell apart in shifts: sorts, numbered from 0.
struct SortTable: Sendable {
  /// Number of sorts, at least 1.
  let count: Int
  /// Sort of each shift of each date, by position; -1 for shifts that were not looked at.
  let sorts: [[Int]]
  /// Per date and sort: what each machine is told; empty where no shift of the date is of the sort.
  let letters: [[[Int]]]
  /// Per sort: whether it is one of the kinds of each mask.
  let marks: [[Bool]]

  /// Nothing is told apart.
  static let one = SortTable(count: 1, sorts: [], letters: [], marks: [[]])

  private init(count: Int, sorts: [[Int]], letters: [[[Int]]], marks: [[Bool]]) {
    (self.count, self.sorts, self.letters, self.marks) = (count, sorts, letters, marks)
  }

  /// Sorts the shifts of each date by what machines are told of them and by masks of kinds.
  ///
  /// - Parameters:
  ///   - machines: The rules on the sequence.
  ///   - masks: Kinds that rules on two shifts speak of, as bits.
  ///   - shifts: The shifts by date.
  ///   - lengths: How many positions each date has.
  init(
    machines: [AnyDayMachine],
    masks: [UInt64],
    shifts: [[CandidateShift]],
    lengths: [Int]
  ) {
    let words = shifts.map { day in
      day.map { shift in
        machines.map { $0.machine.letter(of: shift) }
          + masks.map { shift.kinds & $0 != 0 ? 1 : 0 }
      }
    }
    let distinct = Set(words.joined()).sorted { $0.lexicographicallyPrecedes($1) }
    let all = distinct.isEmpty ? [machines.map { _ in 1 } + masks.map { _ in 0 }] : distinct
    var positions: [[Int]: Int] = [:]
    for (position, word) in all.enumerated() { positions[word] = position }
    count = all.count
    marks = all.map { word in word.dropFirst(machines.count).map { $0 == 1 } }
    var sorts = lengths.map { [Int](repeating: -1, count: $0) }
    var letters = shifts.map { _ in [[Int]](repeating: [], count: all.count) }
    for (day, row) in words.enumerated() {
      for (word, shift) in zip(row, shifts[day]) {
        let sort = positions[word] ?? 0
        sorts[day][shift.position] = sort
        letters[day][sort] = Array(word.prefix(machines.count))
      }
    }
    (self.sorts, self.letters) = (sorts, letters)
  }

  /// The sort of a shift.
  func sort(of shift: CandidateShift) -> Int {
    sorts.isEmpty ? 0 : max(0, sorts[shift.day][shift.position])
  }
}
