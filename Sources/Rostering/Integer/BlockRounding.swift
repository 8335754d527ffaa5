/// Turns a fractional point of a day program into shifts: everyone's heaviest column, then the best
/// column for one person after another, in at most four rounds.
struct BlockRounding: Sendable {
  /// Rows that each column covers.
  private let rows: [[Int32]]
  private let costs: [Double]
  /// Columns of each person.
  private let columns: [[Int]]
  private let people: [Int]
  /// Worth of one person more by `row * (people + 1) + count`.
  private let gains: [Double]
  private let width: Int
  private let rowCount: Int
  /// Variables before the first column.
  private let offset: Int

  /// `steps` are the marginal values of each row, falling: how many people at which worth.
  init(
    rows: [[Int32]],
    costs: [Double],
    people: [Int],
    personCount: Int,
    steps: [[(width: Int, worth: Double)]],
    offset: Int
  ) {
    self.rows = rows
    self.costs = costs
    self.people = people
    self.offset = offset
    var columns = [[Int]](repeating: [], count: personCount)
    for (column, person) in people.enumerated() { columns[person].append(column) }
    self.columns = columns
    rowCount = steps.count
    width = personCount + 1
    var gains = [Double](repeating: 0, count: steps.count * width)
    for (row, list) in steps.enumerated() {
      var count = 0
      for step in list {
        for _ in 0..<step.width where count < width {
          gains[row * width + count] = step.worth
          count += 1
        }
      }
    }
    self.gains = gains
  }

  /// A choice of columns, one per person, with its objective.
  struct Choice: Sendable {
    var picks: [Int]
    var objective: Double
  }

  /// The choice that a point rounds to, improved.
  func choice(at point: [Double]) -> Choice {
    var picks = columns.map { own -> Int in
      var best = own[0]
      for column in own where point[offset + column] > point[offset + best] { best = column }
      return best
    }
    var counts = [Int](repeating: 0, count: rowCount)
    for pick in picks { for row in rows[pick] { counts[Int(row)] += 1 } }
    for _ in 0..<4 where !improve(&picks, &counts) { break }
    return Choice(picks: picks, objective: objective(picks))
  }

  /// One round of second thoughts; false when nobody gained.
  private func improve(_ picks: inout [Int], _ counts: inout [Int]) -> Bool {
    var hasGained = false
    for person in picks.indices {
      let old = picks[person]
      for row in rows[old] { counts[Int(row)] -= 1 }
      var best = price(old, counts) - 1e-9
      for column in columns[person] where column != old {
        let price = price(column, counts)
        if price < best {
          best = price
          picks[person] = column
        }
      }
      for row in rows[picks[person]] { counts[Int(row)] += 1 }
      if picks[person] != old { hasGained = true }
    }
    return hasGained
  }

  @inline(__always)
  private func price(_ column: Int, _ counts: [Int]) -> Double {
    var price = costs[column]
    for row in rows[column] { price -= gains[Int(row) * width + counts[Int(row)]] }
    return price
  }

  /// The objective of a choice, constants left out.
  func objective(_ picks: [Int]) -> Double {
    var counts = [Int](repeating: 0, count: rowCount)
    return picks.reduce(0) { sum, column in
      let price = price(column, counts)
      for row in rows[column] { counts[Int(row)] += 1 }
      return sum + price
    }
  }

  /// People in each row.
  func counts(_ picks: [Int]) -> [Int] {
    var counts = [Int](repeating: 0, count: rowCount)
    for pick in picks { for row in rows[pick] { counts[Int(row)] += 1 } }
    return counts
  }
}
