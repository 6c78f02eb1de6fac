package org.nuanxin.kit.web;

import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Stands where Spring MVC would otherwise build a Bean Validation provider. */
enum NoBeanValidation implements Validator {
  INSTANCE;

  @Override
  public boolean supports(Class<?> type) {
    return false;
  }

  @Override
  public void validate(Object target, Errors errors) {
    throw new UnsupportedOperationException("No type is supported");
  }
}
