package org.evenkeel.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** No field, parameter or return value of a class is a binary float, nor an array of them. */
final class ExactSignatures extends ArchCondition<JavaClass> {

  private static final Set<String> BINARY_FLOATS =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  ExactSignatures() {
    super("have no binary float in a field, parameter or return value");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaField field : type.getFields()) {
      check(type, field.getRawType(), field.getDescription(), events);
    }
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      check(type, unit.getRawReturnType(), unit.getDescription(), events);
      unit.getRawParameterTypes()
          .forEach(parameter -> check(type, parameter, unit.getDescription(), events));
    }
  }

  private static void check(JavaClass owner, JavaClass used, String where, ConditionEvents events) {
    if (BINARY_FLOATS.contains(used.getBaseComponentType().getName())) {
      events.add(SimpleConditionEvent.violated(owner, where + " uses " + used.getName()));
    }
  }
}
