# Several .cc files as one for the compiler, which then reads their headers once: a third of the
# time. Files of one folder come together, up to twelve, so that a file-local name need only differ
# from those of its own folder.

function(kb_unite_target target)
  get_target_property(sources ${target} SOURCES)
  if(NOT sources)
    return()
  endif()
  get_target_property(place ${target} SOURCE_DIR)
  foreach(source IN LISTS sources)
    get_filename_component(source ${source} ABSOLUTE BASE_DIR ${place})
    get_filename_component(folder ${source} DIRECTORY)
    file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR} ${folder})
    string(MAKE_C_IDENTIFIER "${folder}" folder)
    list(APPEND files_of_${folder} ${source})
    list(LENGTH files_of_${folder} count)
    math(EXPR batch "(${count} - 1) / 12")
    set_property(SOURCE ${source} TARGET_DIRECTORY ${target}
                 PROPERTY UNITY_GROUP ${folder}_${batch})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  if(place MATCHES "^${CMAKE_SOURCE_DIR}/tests/")
    set_target_properties(${target} PROPERTIES UNITY_BUILD_UNIQUE_ID KB_FILE
      UNITY_BUILD_CODE_BEFORE_INCLUDE "#include \"tests/united_names.h\"")
  endif()
endfunction()

function(kb_unite_folder folder)
  get_property(targets DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
  foreach(target IN LISTS targets)
    kb_unite_target(${target})
  endforeach()
  get_property(folders DIRECTORY ${folder} PROPERTY SUBDIRECTORIES)
  foreach(inner IN LISTS folders)
    kb_unite_folder(${inner})
  endforeach()
endfunction()
