record Doc(List<String> list, Set<Integer> set, Collection<Long> collection, Deque<Boolean> deque,
    Map<String, Integer> map, SortedMap<Integer, String> byNumber, Map<Color, List<Part>> byColor,
    Map<LocalDate, Part> byDay, EnumMap<Color, String> enumMap, Queue<Part> queue,
    NavigableSet<String> sorted, List<? extends Part> wild) {}
enum Color { RED, GREEN }
record Part(int number) {}
