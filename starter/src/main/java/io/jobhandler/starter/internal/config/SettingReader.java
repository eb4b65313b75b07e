package io.jobhandler.starter.internal.config;

import io.jobhandler.starter.internal.config.Values.Parser;
import io.jobhandler.starter.internal.fault.Faults;
import io.jobhandler.starter.internal.fault.InvalidValueException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one setting after the other, and goes on where one is wrong. */
final class SettingReader {
  private static final Pattern MEMBER = Pattern.compile("[a-zA-Z0-9:_.-]{1,128}");

  private final ConfigurationSource source;
  private final Faults faults;

  SettingReader(ConfigurationSource source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  /** A setting that must be there. Empty if it is not, or is wrong, which is a fault. */
  <T> Optional<T> required(SettingKey key, Parser<T> parser) {
    ConfiguredValue value = source.find(key.key());
    if (value == null) {
      faults.add(key.key(), source.places(key.key()), "is not set", key.remedy());
      return Optional.empty();
    }
    return parsed(key, value, parser);
  }

  /** A setting that has a default; also where it is wrong, which is a fault. */
  <T> T optional(SettingKey key, Parser<T> parser, T byDefault) {
    return optional(key, parser).orElse(byDefault);
  }

  /** A setting that may be left out. Empty if it is, or is wrong, which is a fault. */
  <T> Optional<T> optional(SettingKey key, Parser<T> parser) {
    ConfiguredValue value = source.find(key.key());
    return value == null ? Optional.empty() : parsed(key, value, parser);
  }

  /** All settings of a family that are right; the others are faults. */
  <T> Map<String, T> all(SettingKey family, Parser<T> parser) {
    Map<String, T> members = new TreeMap<>();
    source
        .findAll(family)
        .forEach(
            (member, value) ->
                parsed(family, value, text -> parser.parse(named(member, text)))
                    .ifPresent(good -> members.put(member, good)));
    return members;
  }

  private static String named(String member, String text) throws InvalidValueException {
    if (!MEMBER.matcher(member).matches()) {
      throw new InvalidValueException(
          "'%s' is not 1 to 128 characters of [a-zA-Z0-9:_.-]".formatted(member));
    }
    return text;
  }

  private <T> Optional<T> parsed(SettingKey key, ConfiguredValue value, Parser<T> parser) {
    try {
      return Optional.of(parser.parse(value.text()));
    } catch (InvalidValueException e) {
      fault(key, value, e);
      return Optional.empty();
    }
  }

  private void fault(SettingKey key, ConfiguredValue value, InvalidValueException problem) {
    String remedy = problem.remedy() == null ? key.remedy() : problem.remedy();
    faults.add(value.key(), value.origin(), String.valueOf(problem.getMessage()), remedy);
  }

  /** Adds a fault to a setting that is right by itself. */
  void fault(SettingKey key, InvalidValueException problem) {
    @Nullable ConfiguredValue value = source.find(key.key());
    if (value != null) {
      fault(key, value, problem);
    }
  }
}
