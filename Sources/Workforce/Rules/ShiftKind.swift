/// A sort of shift that rules speak of, such as early, late or night.
///
/// A shift is of a kind when its start lies in ``starts``, its end in ``ends`` (both ends of a window
/// included), and at least ``leastCovered`` of it lies in ``covers``; a window that is `nil` demands
/// nothing. Times are those of the wall clock of the person's site. A shift may be of several kinds, or
/// of none.
public struct ShiftKind: Hashable, Sendable {
  /// The name that rules use.
  public var name: String
  /// Where its start lies; `nil` for anywhere.
  public var starts: ClockWindow?
  /// Where its end lies; `nil` for anywhere.
  public var ends: ClockWindow?
  /// The time of day of which it holds at least ``leastCovered``, on its date or the one after; `nil` for
  /// none.
  public var covers: ClockWindow?
  /// Least elapsed time inside ``covers``, breaks included, above 0.
  public var leastCovered: Duration

  /// Makes a kind.
  public init(
    name: String,
    starts: ClockWindow? = nil,
    ends: ClockWindow? = nil,
    covers: ClockWindow? = nil,
    leastCovered: Duration = .minutes(1)
  ) {
    self.name = name
    self.starts = starts
    self.ends = ends
    self.covers = covers
    self.leastCovered = leastCovered
  }
}
