import Workforce

/// What numbers of agents do in the next interval, after what earlier intervals left behind.
///
/// All measures count by the threshold of the carried work, whichever is asked for.
struct CarriedQueue: QueueModel {
  let work: CarriedWork
  /// The mean modified offered load of the interval.
  let offeredLoad: Double

  func measures(agents: Int, within threshold: Duration) -> QueueMeasures {
    work.trial(agents: agents).measures
  }
}
