import Workforce

/// Finds what is known of training, wherever it lies.
public enum TrainingSources {
  /// The records of a scenario folder or a database.
  public static func at(_ place: String) -> any TrainingSource {
    PlaceReader.isDatabase(place) ? DatabaseTraining(path: place) : FolderTraining(place)
  }
}
