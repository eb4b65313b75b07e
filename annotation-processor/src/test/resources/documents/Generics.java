record Doc(Page<Item> items, Page<Page<String>> pages, Bounded<Integer> bounded, Named<Item> named) {}
record Page<T>(int number, List<T> content, Optional<T> first) {}
record Item(String name) {}
record Bounded<N extends Number>(N value) {}
class Named<T> extends Base<T> { public String name; }
class Base<T> { private T value; public void setValue(T value) { this.value = value; } }
