/// A run of plain values with one owner, for the inner loops: one allocation for its whole life, no
/// counting of references, no copy on write.
///
/// An index outside the run stops the program, as with an array.
@safe struct FlatStorage<Element: BitwiseCopyable>: ~Copyable {
  private let base: UnsafeMutablePointer<Element>
  /// How many values there are.
  let count: Int

  init(repeating value: Element, count: Int) {
    precondition(count >= 0, "a run cannot have a negative length")
    self.count = count
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    unsafe base.initialize(repeating: value, count: count)
  }

  init(_ values: [Element]) {
    count = values.count
    unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
    for index in values.indices { unsafe (base + index).initialize(to: values[index]) }
  }

  deinit { unsafe base.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the run")
      return unsafe base[index]
    }
    @inline(__always) _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index outside the run")
      yield unsafe &base[index]
    }
  }

  /// The same values in the same places, and more places after them.
  func grown(to length: Int, blank: Element) -> FlatStorage {
    var larger = FlatStorage(repeating: blank, count: length)
    for index in 0..<count { larger[index] = self[index] }
    return larger
  }

  /// The values from the first place on.
  func prefix(_ length: Int) -> [Element] { (0..<length).map { self[$0] } }
}
