import Synchronization
import Terminal
public import VietnameseText

/// The keyboard of this workplace: how keys become Vietnamese just now, on every screen alike.
///
/// All fields share it, so that the key that turns typing on or off counts for a form that is open.
public final class Keyboard: Sendable {
  private struct State {
    var habit: TypingHabit
    var isOn: Bool
    /// Whether the person has yet to be asked.
    var isUnknown = false
  }

  private let state: Mutex<State>
  /// Where the habit is kept; nil where there is no such place.
  private let places: SettingPlaces?
  /// Whether the terminal is one that surely has no input method, so that ours is proposed.
  let isBareConsole: Bool

  /// A keyboard whose keys stand for themselves, and that asks nobody.
  public init() {
    places = nil
    isBareConsole = false
    state = Mutex(State(habit: TypingHabit(), isOn: false))
  }

  /// The keyboard of the person whose settings lie in `places`.
  ///
  /// With `choice` the command line said how to type, this once.
  public init(places: SettingPlaces, choice: TypingChoice? = nil, isBareConsole: Bool = false) {
    self.places = places
    self.isBareConsole = isBareConsole
    let file = places.own(TypingHabit.fileName)
    var habit = file.map(TypingHabit.init(file:)) ?? TypingHabit()
    switch choice {
    case .off: habit.startsOn = false
    case .method(let method):
      habit.method = method
      habit.startsOn = true
    case nil: break
    }
    let isUnknown = file == nil && choice == nil && places.hasOwn
    state = Mutex(State(habit: habit, isOn: habit.startsOn, isUnknown: isUnknown))
  }

  var habit: TypingHabit { state.withLock { $0.habit } }

  /// How to type just now; nil where keys stand for themselves.
  var rules: TypingRules? {
    state.withLock { state in
      guard state.isOn else { return nil }
      let habit = state.habit
      return TypingRules(
        habit.method, placement: habit.placement, checksSpelling: habit.checksSpelling)
    }
  }

  /// What the status line says: the method, `EN` for a person who types with it at other times, or nothing.
  var label: String {
    state.withLock { state in
      state.isOn ? state.habit.method.label : state.habit.startsOn ? "EN" : ""
    }
  }

  /// Turns typing on or off, until the screen closes.
  func toggle() { state.withLock { $0.isOn.toggle() } }

  /// Whether to ask the person how they type; true once, and an answer that never comes counts as off.
  func takeQuestion() -> Bool {
    let isUnknown = state.withLock { state in
      defer { state.isUnknown = false }
      return state.isUnknown
    }
    if isUnknown { _ = places?.keep(TypingHabit().file, as: TypingHabit.fileName) }
    return isUnknown
  }

  /// Types so from now on, and remembers it; false if it could not be written down.
  func adopt(_ habit: TypingHabit) -> Bool {
    state.withLock { state in
      state.habit = habit
      state.isOn = habit.startsOn
      state.isUnknown = false
    }
    return places?.keep(habit.file, as: TypingHabit.fileName) ?? false
  }
}

/// What the command line says about typing.
public enum TypingChoice: Equatable, Sendable {
  case off
  case method(TypingMethod)

  /// Reads `off` or the name of a method.
  public init?(_ text: String) {
    if text == "off" {
      self = .off
    } else if let method = TypingMethod(rawValue: text) {
      self = .method(method)
    } else {
      return nil
    }
  }

  /// The words to choose from.
  public static let words = TypingMethod.allCases.map(\.rawValue) + ["off"]
}

extension TypingMethod {
  /// The name on the status line.
  var label: String {
    switch self {
    case .telex: "TELEX"
    case .simpleTelex: "S.TELEX"
    case .vni: "VNI"
    case .viqr: "VIQR"
    }
  }
}
