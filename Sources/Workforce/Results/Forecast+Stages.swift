extension Forecast {
  /// Contacts or items expected of a queue per interval, those included that other deferred queues
  /// hand on, by the time of their first receipt.
  ///
  /// - Parameters:
  ///   - index: The queue's position in the settings.
  ///   - settings: The scenario's settings.
  /// - Returns: The queue's own mean where it follows no other.
  public func expected(of index: Int, in settings: ScenarioSettings) -> [Double] {
    expected(of: index, settings, visited: [index])
  }

  private func expected(
    of index: Int,
    _ settings: ScenarioSettings,
    visited: Set<Int>
  ) -> [Double] {
    let own = queues[index].intervals.mean.map { max(0, $0) }
    guard let follows = settings.queues[index].follows,
      let before = settings.queues.firstIndex(where: { $0.name == follows.queue }),
      !visited.contains(before)
    else { return own }
    let others = expected(of: before, settings, visited: visited.union([before]))
    return zip(own, others).map { $0 + follows.share.value * $1 }
  }
}
