/// Where a value lies in the expected range: a signal, never a verdict.
public enum Reading: String, Sendable, Equatable, CaseIterable {
  /// Below the 99.8 % limits.
  case wellBelow = "below2"
  /// Below the 95 % limits.
  case below = "below"
  /// Within the 95 % limits.
  case within = "within"
  /// Above the 95 % limits.
  case above = "above"
  /// Above the 99.8 % limits.
  case wellAbove = "above2"
}

/// Whether a change is larger than usual variation.
public enum Change: String, Sendable, Equatable, CaseIterable {
  /// Larger than usual variation, upwards.
  case up
  /// Larger than usual variation, downwards.
  case down
  /// Within usual variation.
  case usual
  /// Cannot be tested yet.
  case untestable
}

/// Why a part of a change was to be expected.
public enum ChangeReason: String, Sendable, Equatable, CaseIterable {
  /// The organisation stood on one side of the middle before, and comes back to it.
  case regression
  /// The peer group changed as a whole.
  case common
  /// Both.
  case both
  /// No part of half a point or more in the direction of the change.
  case none
}

/// How well a figure can tell organisations apart.
public enum InformativeValue: String, Sendable, Equatable, CaseIterable {
  /// Reliability of at least 0.80.
  case high
  /// Reliability from 0.60 to below 0.80.
  case medium
  /// Reliability below 0.60.
  case low
}

/// Whether a dimension can tell the organisations of a peer group apart at all.
public enum Assessability: String, Sendable, Equatable, CaseIterable {
  /// Reliability of at least 0.80 at the typical number of answers, and surely not below 0.60.
  case reliable
  /// Reliability of at least 0.60, and organisations surely differ.
  case partly
  /// Reliability below 0.60, and surely below 0.80.
  case not
}
