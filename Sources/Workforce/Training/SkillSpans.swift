extension Sequence<SkillSpan> {
  /// True when the skill may be used alone through the whole of a stretch of time.
  ///
  /// The spans are one person's; those of a skill follow each other in time.
  public func allow(_ skill: String, from start: Instant, until end: Instant) -> Bool {
    var reached = start
    for span in self where span.skill == skill && !span.isSupervised && span.contains(reached) {
      guard let until = span.until, until < end else { return true }
      reached = until
    }
    return false
  }
}

extension PlanningInputs {
  /// True where training decides who may use a skill, or at which level.
  ///
  /// There are courses then, or a stage of a curriculum has a level; ``skillSpans`` say it, not the
  /// grants.
  public var hasCertificates: Bool {
    !training.courses.isEmpty
      || training.curricula.contains { $0.stages.contains { $0.level != nil } }
  }

  /// The spans of each person, in order.
  public var skillSpansByEmployee: [String: [SkillSpan]] {
    Dictionary(grouping: skillSpans, by: \.employee)
  }

  /// The queues, by position, that a person of a site may serve alone through the whole of some
  /// dates, by spans of that person.
  public func queues(
    allowedBy spans: [SkillSpan],
    from first: LocalDate,
    days: Int,
    zone: Zone
  ) -> [Int] {
    let (start, end) = (zone.startOfDay(first), zone.startOfDay(first.adding(days: days)))
    return settings.queues.indices.filter {
      spans.allow(settings.queues[$0].skill, from: start, until: end)
    }
  }
}
