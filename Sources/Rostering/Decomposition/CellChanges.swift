/// Changes of cells: a sparse vector that is filled and emptied often.
struct CellChanges: Sendable {
  /// The cells that change, in order of first touch; behind them what is left from before.
  private(set) var cells: [Int32]
  /// Change per cell, in the same order.
  private(set) var amounts: [Double]
  /// Number of cells that change.
  private(set) var count = 0
  /// Position of each cell in `cells`, or -1.
  private var positions: [Int32]

  /// No change of any of `cellCount` cells.
  init(cellCount: Int) {
    cells = [Int32](repeating: 0, count: cellCount)
    amounts = [Double](repeating: 0, count: cellCount)
    positions = [Int32](repeating: -1, count: cellCount)
  }

  /// Forgets everything, for use again.
  mutating func clear() {
    for position in 0..<count { positions[Int(cells[position])] = -1 }
    count = 0
  }

  /// Changes cells by way of a pen.
  @inline(__always)
  mutating func write(_ body: (inout Pen) -> Void) {
    var count = count
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe amounts.withUnsafeMutableBufferPointer { amounts in
        unsafe positions.withUnsafeMutableBufferPointer { positions in
          var pen = unsafe Pen(
            cells: cells,
            amounts: amounts,
            positions: positions,
            count: count
          )
          body(&pen)
          count = pen.count
        }
      }
    }
    self.count = count
  }

  /// Writes changes while the memory is held.
  @safe
  struct Pen {
    private let cells: UnsafeMutableBufferPointer<Int32>
    private let amounts: UnsafeMutableBufferPointer<Double>
    private let positions: UnsafeMutableBufferPointer<Int32>
    fileprivate var count: Int

    fileprivate init(
      cells: UnsafeMutableBufferPointer<Int32>,
      amounts: UnsafeMutableBufferPointer<Double>,
      positions: UnsafeMutableBufferPointer<Int32>,
      count: Int
    ) {
      unsafe self.cells = unsafe cells
      unsafe self.amounts = unsafe amounts
      unsafe self.positions = unsafe positions
      self.count = count
    }

    /// Adds to a cell's change.
    @inline(__always)
    mutating func change(_ cell: Int, by amount: Double) {
      let known = unsafe Int(positions[cell])
      guard known < 0 else {
        unsafe amounts[known] += amount
        return
      }
      unsafe positions[cell] = Int32(truncatingIfNeeded: count)
      unsafe cells[count] = Int32(truncatingIfNeeded: cell)
      unsafe amounts[count] = amount
      count += 1
    }
  }
}
