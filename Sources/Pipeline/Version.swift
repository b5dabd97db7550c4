/// The version of Echolot.
public enum Version {
  /// The version as printed by `--version` and in every report.
  public static let current = "0.1.0"
}
