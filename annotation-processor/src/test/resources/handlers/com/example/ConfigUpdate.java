package com.example;

record ConfigUpdate(String key, String value) {}
