record Doc(Instant instant, OffsetDateTime offset, ZonedDateTime zoned, Date date,
    LocalDateTime local, LocalDate day, LocalTime time, Duration duration) {}
