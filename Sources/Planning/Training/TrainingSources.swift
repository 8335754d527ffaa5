import Workforce

/// Finds what is known of training, wherever it lies.
public enum TrainingSources {
  /// The records of a scenario folder or a database.
  ///
  /// Throws `ShiftwrightError` when the place cannot be read.
  public static func at(_ place: String) throws -> any TrainingSource {
    guard PlaceReader.isDatabase(place) else { return FolderTraining(place) }
    // Databases: return DatabaseTraining(path: place).
    throw ShiftwrightError(
      "\(place) is a database; reports of training read scenario folders.\n"
        + "Export it: shiftwright db export DIR --db \(place)"
    )
  }
}
